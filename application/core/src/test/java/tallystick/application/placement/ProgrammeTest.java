package tallystick.application.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.application.api.ProductData.Amounts;
import tallystick.application.api.ProductData.Counts;
import tallystick.application.api.ProgrammeCommand;
import tallystick.application.api.ProgrammeCommand.*;
import tallystick.application.api.ProgrammeData;
import tallystick.kernel.BankId;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Rate;

/** What one person writes down of a programme, another approves. */
class ProgrammeTest {
    private static final ProgrammeId CASH = ProgrammeId.named("cash");
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");

    private static ProgrammeData data(String rate) {
        return new ProgrammeData(
                "cash",
                "cash-loan",
                new Amounts(new BigDecimal("1000.00"), new BigDecimal("50000.00")),
                new Counts(3, 24),
                Rate.of(rate),
                List.of("*"),
                null,
                null,
                BigDecimal.ONE,
                "cash",
                null,
                null,
                null,
                null);
    }

    private static Programme after(@Nullable Programme before, ProgrammeCommand... commands) {
        var programme = before;
        for (var command : commands) {
            for (var event : Programme.decide(command, programme)) {
                programme = Programme.after(programme, event);
            }
        }
        return Objects.requireNonNull(programme);
    }

    private static Programme added() {
        return after(null, new AddProgramme(CASH, new BankId("b"), data("0.12"), "ann", NOW));
    }

    private static ApproveProgramme approval(String rate, String by) {
        return new ApproveProgramme(CASH, data(rate), by, NOW);
    }

    @Test
    void aNewOneWaitsForAnotherPerson() {
        assertThat(added().approvedBy()).isNull();
        assertThatThrownBy(() -> Programme.decide(approval("0.12", "ann"), added()))
                .hasMessage("Expected another person than ann, who proposed it; found the same. Ask a colleague.");
        assertThat(after(added(), approval("0.12", "bob")).approvedBy()).isEqualTo("bob");
    }

    @Test
    void aChangeLeavesInForceWhatWasApproved() {
        var change = new ChangeProgramme(CASH, data("0.01"), "ann", NOW);
        var changed = after(added(), approval("0.12", "bob"), change);
        assertThat(changed.data()).isEqualTo(data("0.12"));
        assertThat(Programme.decide(change, changed)).isEmpty();
        assertThatThrownBy(() -> Programme.decide(approval("0.12", "bob"), changed))
                .hasMessageContaining("of programme cash as it is now");
        assertThat(after(changed, approval("0.01", "bob")).data()).isEqualTo(data("0.01"));
    }

    @Test
    void aNameIsGivenOnce() {
        assertThatThrownBy(() ->
                        Programme.decide(new AddProgramme(CASH, new BankId("c"), data("0.12"), "ann", NOW), added()))
                .hasMessage(
                        "Expected a new name; a programme cash of bank b is there. Change that one, or choose another"
                                + " name.");
    }
}
