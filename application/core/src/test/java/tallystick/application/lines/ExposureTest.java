package tallystick.application.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.application.api.FundingLineCommand;
import tallystick.application.api.FundingLineCommand.*;
import tallystick.application.api.FundingLineEvent.ExposureBounded;
import tallystick.application.api.FundingLineEvent.LineReserved;
import tallystick.application.api.LineKind;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Refused;

/** What a bank lends together with others stays within the law, whatever lines and programmes it comes from. */
class ExposureTest {
    private static final FundingLineId LINE = FundingLineId.named("exposure.west.cny");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private @Nullable FundingLine line;

    ExposureTest() {
        then(open("cash", "100.00", null));
    }

    private FundingLine then(FundingLineCommand command) {
        for (var event : LineDeciding.decide(command, line)) {
            line = FundingLine.after(line, event);
        }
        return Objects.requireNonNull(line);
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    private static ApplicationId app(int number) {
        return new ApplicationId("app-" + number);
    }

    private static OpenExposure open(String programme, String most, @Nullable String lentBefore) {
        return new OpenExposure(
                LINE,
                new BankId("west"),
                ProgrammeId.named(programme),
                cny(most),
                HALF_AN_HOUR,
                NOW,
                lentBefore == null ? null : cny(lentBefore));
    }

    private static ReserveExposure reserve(int application, String amount, String most) {
        return new ReserveExposure(LINE, app(application), 1, cny(amount), cny(most), HALF_AN_HOUR, NOW);
    }

    @Test
    void itIsOpenedOnceAndNeedsNobody() {
        assertThat(Objects.requireNonNull(line).kind()).isEqualTo(LineKind.EXPOSURE);
        assertThat(line.waiting()).isNull();
        assertThat(LineDeciding.decide(open("other", "9.00", null), line)).isEmpty();
    }

    @Test
    void nothingIsLentBeyondTheLaw() {
        then(reserve(1, "60.00", "100.00"));
        assertThatThrownBy(() -> LineDeciding.decide(reserve(2, "40.01", "100.00"), line))
                .hasMessage("Expected bank west to have lent CNY 100.00 at most through one partner; with CNY 40.01 it"
                        + " would have lent CNY 100.01.")
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("concentration-above-law"));
        assertThat(LineDeciding.decide(reserve(1, "60.00", "100.00"), line)).isEmpty();
        assertThat(then(reserve(2, "40.00", "100.00")).available()).isEqualTo(cny("0.00"));
    }

    /** It was lent when nobody counted; what is paid back of it makes room. */
    @Test
    void whatWasLentBeforeCounts() {
        line = null;
        then(open("cash", "100.00", "70.00"));
        assertThatThrownBy(() -> LineDeciding.decide(reserve(1, "30.01", "100.00"), line))
                .isInstanceOf(Refused.class);
        assertThat(then(reserve(1, "30.00", "100.00")).available()).isEqualTo(cny("0.00"));
        assertThat(then(new Replenish(LINE, cny("-50.00"), NOW)).available()).isEqualTo(cny("20.00"));
    }

    @Test
    void theLimitFollowsWhatTheLawAllowsWithTheReservation() {
        assertThat(LineDeciding.decide(reserve(1, "120.00", "150.00"), line))
                .hasExactlyElementsOfTypes(ExposureBounded.class, LineReserved.class);
        then(reserve(1, "120.00", "150.00"));
        assertThatThrownBy(() -> LineDeciding.decide(reserve(2, "1.00", "110.00"), line))
                .isInstanceOf(Refused.class);
        assertThat(Objects.requireNonNull(line).limit()).isEqualTo(cny("150.00"));
    }

    @Test
    void whatIsRepaidMayBeLentAgain() {
        then(reserve(1, "100.00", "100.00"));
        then(new Confirm(LINE, app(1), 1, cny("100.00"), NOW));
        then(new Replenish(LINE, cny("30.00"), NOW));
        assertThat(then(reserve(2, "30.00", "100.00")).available()).isEqualTo(cny("0.00"));
    }

    @Test
    void nobodyChangesWhatTheLawBounds() {
        assertThatThrownBy(
                        () -> LineDeciding.decide(new ChangeLimit(LINE, cny("1.00"), HALF_AN_HOUR, "ann", NOW), line))
                .hasMessage(
                        "Expected a line that people propose; exposure.west.cny counts what bank west lends together"
                                + " with others. Change the capital that its programmes state.");
        assertThatThrownBy(() -> LineDeciding.decide(new Reserve(LINE, app(1), 1, cny("1.00"), NOW), line))
                .as("money is on other lines")
                .isInstanceOf(Refused.class);
    }

    @Test
    void anExposureIsNotReservedOnALineOfMoney() {
        line = null;
        then(new ProposeLine(
                LINE,
                new BankId("west"),
                ProgrammeId.named("cash"),
                cny("100.00"),
                HALF_AN_HOUR,
                "ann",
                NOW,
                LineKind.BALANCE));
        then(new ApproveLine(LINE, "bob", NOW));
        assertThatThrownBy(() -> LineDeciding.decide(reserve(1, "1.00", "100.00"), line))
                .isInstanceOf(Refused.class);
    }

    @Test
    void itsReservationHoldsAsLongAsThatOfTheLine() {
        assertThat(LineDeciding.decide(reserve(1, "1.00", "100.00"), line))
                .singleElement()
                .isInstanceOfSatisfying(
                        LineReserved.class, e -> assertThat(e.expiresAt()).isEqualTo(NOW.plus(HALF_AN_HOUR)));
    }
}
