package tallystick.application.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.application.api.FundingLineCommand;
import tallystick.application.api.FundingLineCommand.*;
import tallystick.application.api.LineKind;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Refused;

/** A funding line is never oversold, and says why not. */
class FundingLineTest {
    private static final FundingLineId LINE = FundingLineId.named("cash");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    private static ApplicationId app(int number) {
        return new ApplicationId("app-" + number);
    }

    private static FundingLine after(@Nullable FundingLine before, FundingLineCommand... commands) {
        var line = before;
        for (var command : commands) {
            for (var event : LineDeciding.decide(command, line)) {
                line = FundingLine.after(line, event);
            }
        }
        return java.util.Objects.requireNonNull(line);
    }

    private static FundingLine open(String limit) {
        return after(
                null,
                new ProposeLine(
                        LINE,
                        new BankId("b"),
                        ProgrammeId.named("p"),
                        cny(limit),
                        Duration.ofMinutes(30),
                        "ann",
                        NOW,
                        null),
                new ApproveLine(LINE, "bob", NOW));
    }

    private static Reserve reserve(int application, String amount) {
        return new Reserve(LINE, app(application), 1, cny(amount), NOW);
    }

    @Test
    void nothingIsReservedForAnotherBank() {
        var line = open("1000.00");
        var wanted = new Reserve(LINE, app(1), 1, cny("1.00"), NOW, new BankId("west"), null);
        assertThatThrownBy(() -> LineDeciding.decide(wanted, line))
                .isInstanceOf(Refused.class)
                .hasMessage("Expected line cash to be one of bank west; found one of bank b.");
        var own = new Reserve(LINE, app(1), 1, cny("1.00"), NOW, new BankId("b"), null);
        assertThat(LineDeciding.decide(own, line)).hasSize(1);
    }

    @Test
    void anotherCurrencyIsNeverLeftOnALine() {
        var line = open("1000.00");
        var dollars = new Reserve(LINE, app(1), 1, Money.of("USD", "1.00"), NOW);
        assertThatThrownBy(() -> LineDeciding.decide(dollars, line))
                .isInstanceOf(Refused.class)
                .hasMessage("Expected USD 1.00 to be left on line cash; found CNY 1000.00.");
        var many = new DecideTogether(LINE, List.of(dollars), NOW);
        assertThat(LineDeciding.decide(many, line)).isEmpty();
    }

    @Test
    void whoProposedALineDoesNotApproveIt() {
        var proposed = after(
                null,
                new ProposeLine(
                        LINE,
                        new BankId("b"),
                        ProgrammeId.named("p"),
                        cny("10.00"),
                        Duration.ofMinutes(30),
                        "ann",
                        NOW,
                        null));
        assertThatThrownBy(() -> LineDeciding.decide(new ApproveLine(LINE, "ann", NOW), proposed))
                .hasMessage("Expected another person than ann, who proposed it; found the same. Ask a colleague.");
    }

    private static ChangeLimit limit(String amount, String by) {
        return new ChangeLimit(LINE, cny(amount), Duration.ofMinutes(30), by, NOW);
    }

    @Test
    void aHigherLimitWaitsForAnotherPerson() {
        var line = after(open("100.00"), limit("1000.00", "ann"));
        assertThat(line.available()).isEqualTo(cny("100.00"));
        assertThatThrownBy(() -> LineDeciding.decide(new ApproveLine(LINE, "ann", NOW), line))
                .hasMessage("Expected another person than ann, who proposed it; found the same. Ask a colleague.");
        assertThat(LineDeciding.decide(limit("1000.00", "bob"), line)).isEmpty();
        assertThat(after(line, new ApproveLine(LINE, "bob", NOW)).available()).isEqualTo(cny("1000.00"));
    }

    @Test
    void whatCameAfterItWasShownIsNotApprovedUnseen() {
        var shown = after(open("100.00"), limit("1000.00", "ann")).waiting();
        var line = after(open("100.00"), limit("1000.00", "ann"), limit("9000.00", "ann"));
        assertThatThrownBy(() -> LineDeciding.decide(new ApproveLine(LINE, "bob", NOW, shown), line))
                .hasMessage(
                        "Expected the hash %s of line cash as it is now; found %s. Read it again, and agree to what it says."
                                .formatted(line.waiting(), shown));
        assertThat(after(line, new ApproveLine(LINE, "bob", NOW, line.waiting()))
                        .limit())
                .isEqualTo(cny("9000.00"));
        assertThat(open("100.00").waiting()).isNull();
    }

    @Test
    void longerReservationsWaitToo() {
        var longer = new ChangeLimit(LINE, cny("90.00"), Duration.ofHours(9), "ann", NOW);
        assertThat(after(open("100.00"), longer).limit()).isEqualTo(cny("100.00"));
    }

    @Test
    void aLowerLimitHoldsAtOnceAndEndsWhatWaited() {
        var line = after(open("100.00"), limit("1000.00", "ann"), limit("10.00", "ann"));
        assertThat(line.available()).isEqualTo(cny("10.00"));
        assertThat(LineDeciding.decide(new ApproveLine(LINE, "bob", NOW), line)).isEmpty();
    }

    @Test
    void whatIsInUseMeanwhileIsNotApprovedAway() {
        var shorter = new ChangeLimit(LINE, cny("50.00"), Duration.ofMinutes(5), "ann", NOW);
        var line = after(open("100.00"), shorter, reserve(1, "60.00"));
        assertThatThrownBy(() -> LineDeciding.decide(new ApproveLine(LINE, "bob", NOW), line))
                .hasMessage(
                        "Expected a limit of at least CNY 60.00, which is in use; found CNY 50.00. Raise it, or wait"
                                + " for releases.");
    }

    @Test
    void whoChangesANewLineDoesNotApproveIt() {
        var line = after(null, proposal("10.00"), limit("99.00", "bob"));
        assertThatThrownBy(() -> LineDeciding.decide(new ApproveLine(LINE, "bob", NOW), line))
                .hasMessageContaining("another person than bob");
        assertThat(after(line, new ApproveLine(LINE, "ann", NOW)).available()).isEqualTo(cny("99.00"));
    }

    @Test
    void aNameIsGivenOnce() {
        var line = open("100.00");
        assertThatThrownBy(() -> LineDeciding.decide(proposal("10.00"), line))
                .hasMessage("Expected a new name; a line cash of bank b is there. Change that one, or choose another"
                        + " name.");
    }

    private static ProposeLine proposal(String limit) {
        return new ProposeLine(
                LINE, new BankId("b"), ProgrammeId.named("p"), cny(limit), Duration.ofMinutes(30), "ann", NOW, null);
    }

    @Test
    void anUnapprovedLineGivesNothing() {
        var proposed = after(
                null,
                new ProposeLine(
                        LINE,
                        new BankId("b"),
                        ProgrammeId.named("p"),
                        cny("10.00"),
                        Duration.ofMinutes(30),
                        "ann",
                        NOW,
                        null));
        assertThatThrownBy(() -> LineDeciding.decide(reserve(1, "1.00"), proposed))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatIsLeftIsNotOversold() {
        var line = after(open("100.00"), reserve(1, "60.00"));
        assertThatThrownBy(() -> LineDeciding.decide(reserve(2, "40.01"), line))
                .hasMessage("Expected CNY 40.01 to be left on line cash; found CNY 40.00.");
    }

    @Test
    void aReservationAndItsEndHappenOnce() {
        var line = after(open("100.00"), reserve(1, "60.00"));
        assertThat(LineDeciding.decide(reserve(1, "60.00"), line)).isEmpty();
        var released = after(line, new Release(LINE, app(1), 1, "withdrawn", NOW));
        assertThat(released.available()).isEqualTo(cny("100.00"));
        assertThat(LineDeciding.decide(new Release(LINE, app(1), 1, "withdrawn", NOW), released))
                .isEmpty();
    }

    @Test
    void whatWasSentToABankDoesNotExpire() {
        var line = after(open("100.00"), reserve(1, "60.00"), new HoldReservation(LINE, app(1), 1, NOW));
        assertThat(LineDeciding.decide(new ExpireReservation(LINE, app(1), 1, NOW), line))
                .isEmpty();
        var unsent = after(open("100.00"), reserve(1, "60.00"));
        assertThat(LineDeciding.decide(new ExpireReservation(LINE, app(1), 1, NOW), unsent))
                .hasSize(1);
    }

    @Test
    void aBankCannotConfirmMoreThanWasReserved() {
        var line = after(open("100.00"), reserve(1, "60.00"));
        assertThatThrownBy(() -> LineDeciding.decide(new Confirm(LINE, app(1), 1, cny("60.01"), NOW), line))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theLimitNeverGoesBelowWhatIsInUse() {
        var line = after(open("100.00"), reserve(1, "60.00"));
        assertThatThrownBy(() -> LineDeciding.decide(
                        new ChangeLimit(LINE, cny("59.99"), Duration.ofMinutes(30), "ann", NOW), line))
                .hasMessage(
                        "Expected a limit of at least CNY 60.00, which is in use; found CNY 59.99. Raise it, or wait"
                                + " for releases.");
    }

    private static final Attempted FIRST = new Attempted(app(1), 1);

    private static Release release(int application) {
        return new Release(LINE, app(application), 1, "x", NOW);
    }

    private static FundingLine settled() {
        var confirm = new Confirm(LINE, app(1), 1, cny("60.00"), NOW);
        return after(open("100.00"), reserve(1, "60.00"), confirm, new Settle(LINE, List.of(FIRST), NOW));
    }

    @Test
    void whatIsPaidOutIsKeptAsASumAlone() {
        assertThat(settled().confirmed()).isEqualTo(cny("60.00"));
        assertThat(sum(settled())).isEqualTo(cny("0.00"));
        assertThat(LineDeciding.decide(new Settle(LINE, List.of(FIRST), NOW), settled()))
                .isEmpty();
        assertThat(LineDeciding.decide(release(1), settled())).isEmpty();
    }

    @Test
    void onlyWhatABankAgreedToIsSettled() {
        var line = after(open("100.00"), reserve(1, "60.00"), new HoldReservation(LINE, app(1), 1, NOW));
        assertThat(LineDeciding.decide(new Settle(LINE, List.of(FIRST), NOW), line))
                .isEmpty();
    }

    @Test
    void aPayoutThatCameBackIsReleasedOnce() {
        var reopen = new Reopen(LINE, app(1), 1, cny("60.00"), NOW);
        var line = after(settled(), reopen, release(1));
        assertThat(line.available()).isEqualTo(cny("100.00"));
        assertThat(after(line, reopen, release(1), reopen).available()).isEqualTo(cny("100.00"));
        var paidAgain = after(settled(), reopen, new Settle(LINE, List.of(FIRST), NOW));
        assertThat(after(paidAgain, reopen, release(1)).available()).isEqualTo(cny("100.00"));
    }

    @Test
    void whatCameBackIsLentAgainWhereTheLineIsOneOfBalance() {
        var replenish = new Replenish(LINE, cny("40.00"), NOW);
        assertThat(LineDeciding.decide(replenish, settled())).isEmpty();
        var proposal = new ProposeLine(
                LINE,
                new BankId("b"),
                ProgrammeId.named("p"),
                cny("100.00"),
                Duration.ofMinutes(30),
                "ann",
                NOW,
                LineKind.BALANCE);
        var confirm = new Confirm(LINE, app(1), 1, cny("100.00"), NOW);
        var line = after(null, proposal, new ApproveLine(LINE, "bob", NOW), reserve(1, "100.00"), confirm, replenish);
        assertThat(line.available()).isEqualTo(cny("40.00"));
        var reversed = after(line, reserve(2, "40.00"), new Replenish(LINE, cny("10.00"), NOW));
        assertThat(reversed.available()).isEqualTo(cny("-30.00"));
        assertThatThrownBy(() -> LineDeciding.decide(reserve(3, "0.01"), reversed))
                .isInstanceOf(Refused.class);
    }

    @Test
    void noOrderOfCommandsOversells() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var line = open("1000.00");
        for (var n = 0; n < 5_000; n++) {
            try {
                line = after(line, any(random));
            } catch (Refused no) {
                // A refusal changes nothing.
            }
            var used = line.reserved().plus(line.confirmed());
            assertThat(used.isMoreThan(line.limit()))
                    .as("seed %d step %d", seed, n)
                    .isFalse();
            assertThat(line.reserved().isNegative() || line.confirmed().isNegative())
                    .as("seed %d", seed)
                    .isFalse();
            assertThat(sum(line).isMoreThan(used))
                    .as("seed %d step %d", seed, n)
                    .isFalse();
        }
    }

    private static Money sum(FundingLine line) {
        return line.taken().shards().stream()
                .flatMap(shard -> shard.values().stream())
                .map(Reserved.Taken::amount)
                .reduce(cny("0.00"), Money::plus);
    }

    private static FundingLineCommand any(Random random) {
        var application = app(random.nextInt(30));
        var placement = 1 + random.nextInt(2);
        var amount = Money.ofMinor(java.util.Currency.getInstance("CNY"), 1 + random.nextInt(30_000));
        return List.<FundingLineCommand>of(
                        new Reserve(LINE, application, placement, amount, NOW),
                        new Reserve(LINE, application, placement, amount, NOW),
                        new HoldReservation(LINE, application, placement, NOW),
                        new Confirm(LINE, application, placement, amount, NOW),
                        new Release(LINE, application, placement, "x", NOW),
                        new ExpireReservation(LINE, application, placement, NOW),
                        new Settle(LINE, List.of(new Attempted(application, placement)), NOW),
                        new ChangeLimit(LINE, amount.times(10), Duration.ofMinutes(30), "ann", NOW))
                .get(random.nextInt(8));
    }

    @Test
    void whoComesTogetherIsServedInOrderAndOnce() {
        var line = after(open("100.00"), reserve(1, "60.00"));
        var many = new DecideTogether(
                LINE, List.of(reserve(2, "30.00"), reserve(3, "20.00"), reserve(2, "30.00"), reserve(4, "10.00")), NOW);
        assertThat(LineDeciding.decide(many, line)).hasSize(2);
        var full = after(line, many);
        assertThat(full.available()).isEqualTo(cny("0.00"));
        assertThat(full.taken().by(app(3), 1)).isNull();
        assertThat(full.taken().by(app(4), 1)).isNotNull();
        assertThat(LineDeciding.decide(many, full)).isEmpty();
    }
}
