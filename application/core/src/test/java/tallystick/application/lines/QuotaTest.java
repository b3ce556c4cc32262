package tallystick.application.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.application.api.FundingLineCommand;
import tallystick.application.api.FundingLineCommand.*;
import tallystick.application.api.FundingLineEvent.Slot;
import tallystick.application.api.ProgrammeData.Quota;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Refused;

/** Of a programme's quota no more is taken than there is, whoever asks at once. */
class QuotaTest {
    private static final FundingLineId LINE = FundingLineId.named("cash");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-01-02");
    private static final Money ONE = Money.of("CNY", "1.00");
    private static final ProgrammeId CASH = ProgrammeId.named("cash");
    private static final Quota TWO_A_DAY = new Quota(2, 3);

    private @Nullable FundingLine line;

    QuotaTest() {
        then(new ProposeLine(
                LINE, new BankId("b"), CASH, Money.of("CNY", "1000.00"), Duration.ofMinutes(30), "ann", NOW, null));
        then(new ApproveLine(LINE, "bob", NOW));
    }

    private FundingLine then(FundingLineCommand command) {
        for (var event : LineDeciding.decide(command, line)) {
            line = FundingLine.after(line, event);
        }
        return Objects.requireNonNull(line);
    }

    private static Reserve reserve(int application, LocalDate day) {
        return reserve(application, new Slot(CASH, day), TWO_A_DAY);
    }

    private static Reserve reserve(int application, Slot slot, @Nullable Quota quota) {
        return new Reserve(LINE, app(application), 1, ONE, NOW, null, new Place(slot, quota));
    }

    private static ApplicationId app(int number) {
        return new ApplicationId("app-" + number);
    }

    private void refused(Reserve wanted, String code, String words) {
        assertThatThrownBy(() -> LineDeciding.decide(wanted, line))
                .hasMessage(words)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo(code));
    }

    @Test
    void whatTheDayAndTheMonthHaveIsNotTakenTwice() {
        then(reserve(1, TODAY));
        then(reserve(2, TODAY));
        refused(
                reserve(3, TODAY),
                "quota-of-day",
                "Expected programme cash to take one more in the day of 2026-01-02; it has taken its 2.");
        then(reserve(3, TODAY.plusDays(1)));
        refused(
                reserve(4, TODAY.plusDays(2)),
                "quota-of-month",
                "Expected programme cash to take one more in the month of 2026-01-04; it has taken its 3.");
        assertThat(LineDeciding.decide(reserve(4, TODAY.plusMonths(1)), line)).hasSize(1);
    }

    @Test
    void whoComesTogetherGetsNoMoreThanThereIs() {
        var many = IntStream.range(0, 32)
                .<FundingLineCommand>mapToObj(n -> reserve(n, TODAY))
                .toList();
        assertThat(LineDeciding.decide(new DecideTogether(LINE, many, NOW), line))
                .hasSize(2);
    }

    @Test
    void whatIsGivenBackIsFreeOnItsOwnDay() {
        then(reserve(1, TODAY));
        then(reserve(2, TODAY.plusDays(1)));
        then(new Release(LINE, app(1), 1, "declined", NOW));
        then(new ExpireReservation(LINE, app(2), 1, NOW));
        assertThat(Objects.requireNonNull(line).slots()).isEqualTo(Slots.NONE);
    }

    @Test
    void whatIsLentStaysTaken() {
        then(reserve(1, TODAY));
        then(new HoldReservation(LINE, app(1), 1, NOW));
        then(new Confirm(LINE, app(1), 1, ONE, NOW));
        then(new Settle(LINE, List.of(new Attempted(app(1), 1)), NOW));
        then(new Reopen(LINE, app(1), 1, ONE, NOW));
        then(new Release(LINE, app(1), 1, "the payout came back", NOW));
        assertThat(Objects.requireNonNull(line).ofMonth(new Slot(CASH, TODAY))).isEqualTo(1);
    }

    @Test
    void eachProgrammeHasItsOwn() {
        var other = new Slot(ProgrammeId.named("other"), TODAY);
        then(reserve(1, TODAY));
        then(reserve(2, TODAY));
        assertThat(then(reserve(3, other, TWO_A_DAY)).ofDay(other)).isEqualTo(1);
    }

    @Test
    void daysOfLongAgoAreForgotten() {
        then(reserve(1, TODAY));
        then(reserve(2, TODAY.plusMonths(1)));
        then(reserve(3, TODAY.plusMonths(2)));
        assertThat(Objects.requireNonNull(line).slots().days()).hasSize(2);
        then(new Release(LINE, app(1), 1, "declined", NOW));
        assertThat(Objects.requireNonNull(line).slots().days()).hasSize(2);
    }

    @Test
    void noOrderOfCommandsTakesMore() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var n = 0; n < 3_000; n++) {
            try {
                then(any(random));
            } catch (Refused no) {
                // A refusal changes nothing.
            }
            for (var day = TODAY; day.isBefore(TODAY.plusDays(4)); day = day.plusDays(1)) {
                assertThat(Objects.requireNonNull(line).ofDay(new Slot(CASH, day)))
                        .as("seed %d step %d", seed, n)
                        .isBetween(0, 2);
            }
            assertThat(Objects.requireNonNull(line).ofMonth(new Slot(CASH, TODAY)))
                    .as("seed %d step %d", seed, n)
                    .isBetween(0, 3);
        }
    }

    private static FundingLineCommand any(Random random) {
        var application = app(random.nextInt(9));
        return List.<FundingLineCommand>of(
                        reserve(random.nextInt(9), TODAY.plusDays(random.nextInt(4))),
                        new HoldReservation(LINE, application, 1, NOW),
                        new Release(LINE, application, 1, "x", NOW),
                        new ExpireReservation(LINE, application, 1, NOW))
                .get(random.nextInt(4));
    }
}
