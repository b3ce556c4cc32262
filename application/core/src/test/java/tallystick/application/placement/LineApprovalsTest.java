package tallystick.application.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.application.DecidedBy;
import tallystick.application.api.FundingLineCommand;
import tallystick.application.api.FundingLineCommand.ApproveLine;
import tallystick.application.api.FundingLineCommand.ProposeLine;
import tallystick.application.api.FundingLineEvent.LineApproved;
import tallystick.application.api.ProductData.Amounts;
import tallystick.application.api.ProductData.Counts;
import tallystick.application.api.ProgrammeCommand;
import tallystick.application.api.ProgrammeCommand.AddProgramme;
import tallystick.application.api.ProgrammeCommand.ApproveProgramme;
import tallystick.application.api.ProgrammeCommand.ChangeProgramme;
import tallystick.application.api.ProgrammeData;
import tallystick.application.lines.FundingLine;
import tallystick.kernel.Addressed;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Rate;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;

/** Who approves a line approves of its programme what was there when the line was proposed, and nothing that came after. */
class LineApprovalsTest {
    private static final ProgrammeId CASH = ProgrammeId.named("cash");
    private static final FundingLineId LINE = FundingLineId.named("cash");
    private static final BankId BANK = new BankId("b");
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");

    private final DecidedBy commands = new DecidedBy(this::decided);
    private @Nullable Programme programme;
    private @Nullable FundingLine line;

    private Object decided(Addressed command) {
        return switch (command) {
            case ProgrammeCommand c -> {
                for (var event : Programme.decide(c, programme)) {
                    programme = Programme.after(programme, event);
                }
                yield Objects.requireNonNull(programme);
            }
            case FundingLineCommand c -> {
                for (var event : FundingLine.decider().decide(c, line)) {
                    line = FundingLine.decider().after(line, event);
                }
                yield Objects.requireNonNull(line);
            }
            default -> throw new IllegalArgumentException("Expected a programme or a line; found " + command);
        };
    }

    private final class Both implements Things {
        @Override
        @SuppressWarnings("unchecked")
        public <S> Map<String, Decided<S>> all(Class<S> states, Collection<String> ids) {
            var state = states.equals(Programme.class) ? programme : line;
            var id = ids.iterator().next();
            return state == null ? Map.of() : Map.of(id, new Decided<>(id, 1, (S) state));
        }
    }

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

    private void added(int minute) {
        commands.sendAndWait(new AddProgramme(CASH, BANK, data("0.12"), "ann", at(minute)));
    }

    private void changed(int minute) {
        commands.sendAndWait(new ChangeProgramme(CASH, data("0.01"), "ann", at(minute)));
    }

    private void proposed(int minute) {
        commands.sendAndWait(new ProposeLine(
                LINE, BANK, CASH, Money.of("CNY", "100.00"), Duration.ofMinutes(30), "ann", at(minute), null));
    }

    private Programme approved(int minute) {
        commands.sendAndWait(new ApproveLine(LINE, "bob", at(minute)));
        new LineApprovals(new Both(), commands).on(new LineApproved(LINE, "bob", at(minute)));
        return Objects.requireNonNull(programme);
    }

    private static Instant at(int minute) {
        return NOW.plus(Duration.ofMinutes(minute));
    }

    @Test
    void whatStoodWhenTheLineWasProposedIsApprovedWithIt() {
        added(1);
        changed(2);
        proposed(3);
        var programme = approved(4);
        assertThat(programme.approvedBy()).isEqualTo("bob");
        assertThat(programme.data()).isEqualTo(data("0.01"));
    }

    @Test
    void whatWasChangedSinceWaitsForItsOwnApproval() {
        added(1);
        proposed(2);
        changed(3);
        assertThat(approved(4).approvedBy()).isNull();
        commands.sendAndWait(new ApproveProgramme(CASH, data("0.01"), "bob", at(5)));
        assertThat(Objects.requireNonNull(programme).approvedBy()).isEqualTo("bob");
    }

    @Test
    void soDoesWhatWasWrittenDownSince() {
        proposed(1);
        added(2);
        assertThat(approved(3).approvedBy()).isNull();
    }
}
