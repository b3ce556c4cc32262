package tallystick.loan.suspense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;
import tallystick.loan.api.HoldReason;
import tallystick.loan.api.RefundTo;
import tallystick.loan.api.SuspenseCommand;
import tallystick.loan.api.SuspenseCommand.*;
import tallystick.loan.api.SuspenseEvent;
import tallystick.loan.api.SuspenseEvent.*;
import tallystick.loan.api.SuspenseId;

/** Money in suspense leaves once, as a whole, at its own value date. */
class SuspenseTest {
    private static final SuspenseId ITEM = new SuspenseId("susp-1");
    private static final LoanId LOAN = new LoanId("loan-1");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final LocalDate DAY = LocalDate.parse("2026-01-02");

    private final Suspenses decider = new Suspenses();
    private @Nullable Suspense suspense;

    private List<SuspenseEvent> when(SuspenseCommand command) {
        var events = decider.decide(command, suspense);
        events.forEach(event -> suspense = decider.after(suspense, event));
        return events;
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    private List<SuspenseEvent> opened(String amount) {
        return when(new OpenSuspense(ITEM, cny(amount), DAY.minusDays(3), "line 7", "unknown", null, DAY, "ann", NOW));
    }

    private MoveSuspense move(String by) {
        return new MoveSuspense(ITEM, LOAN, cny("1000.00"), DAY, by, NOW);
    }

    @Test
    void itKeepsItsValueDateWhenItMoves() {
        assertThat(opened("500.00")).hasExactlyElementsOfTypes(SuspenseOpened.class);
        assertThat(opened("500.00")).isEmpty();
        assertThat(((SuspenseMoved) when(move("ann")).getFirst()).valueDate()).isEqualTo(DAY.minusDays(3));
        assertThat(when(move("ann"))).as("a repeat").isEmpty();
        assertThatThrownBy(() -> when(new RefundSuspense(ITEM, "order", cny("1000.00"), DAY, "ann", NOW)))
                .hasMessage("Expected susp-1 to be here; it is MOVED, to loan-1. Nothing is left to do.");
    }

    @Test
    void aboveTheLimitTwoPeopleAskForTheSame() {
        opened("1000.01");
        assertThat(when(move("ann"))).hasExactlyElementsOfTypes(SuspenseProposed.class);
        assertThatThrownBy(() -> when(move("ann")))
                .hasMessage("Expected somebody other than ann, who asked for this; found the same. Ask a colleague.");
        assertThat(when(new RefundSuspense(ITEM, "order", cny("1000.00"), DAY, "bob", NOW)))
                .as("something else begins anew")
                .hasExactlyElementsOfTypes(SuspenseProposed.class);
        assertThat(when(new RefundSuspense(ITEM, "order", cny("1000.00"), DAY, "ann", NOW)))
                .hasExactlyElementsOfTypes(SuspenseRefunded.class);
    }

    private RefundSuspense byOrder(String by) {
        return byOrder(by, null);
    }

    private RefundSuspense byOrder(String by, @Nullable HoldReason hold) {
        var account = new Sealed("party-1", Sealed.Purpose.IDENTITY, 1, "one".getBytes(StandardCharsets.UTF_8));
        var to = new RefundTo(LOAN, new BankId("sandbox"), account);
        return new RefundSuspense(ITEM, null, cny("1000.00"), DAY, by, NOW, to, hold);
    }

    @Test
    void aBankIsOrderedToPayItBackByTwoPeopleOnceAndAgainWhereItDidNot() {
        when(new OpenSuspense(ITEM, cny("500.00"), DAY.minusDays(3), "r1", "sold", LOAN, DAY, "loan", NOW));
        assertThat(when(byOrder("ann"))).hasExactlyElementsOfTypes(SuspenseProposed.class);
        assertThatThrownBy(() -> when(byOrder("bob", HoldReason.FRAUD)))
                .hasMessage("Expected the loan that held susp-1 to be without a hold; it is held: FRAUD. Have it lifted"
                        + " first.");
        var first = (SuspenseRefunded) when(byOrder("bob")).getFirst();
        assertThat(when(byOrder("bob"))).as("a repeat").isEmpty();
        var failed = new FailSuspenseRefund(ITEM, new InstructionId(first.reference()), "FROZEN", DAY, NOW);
        assertThat(when(failed)).hasExactlyElementsOfTypes(SuspenseRefundFailed.class);
        assertThat(when(failed)).as("a repeat").isEmpty();
        when(byOrder("ann"));
        var again = (SuspenseRefunded) when(byOrder("bob")).getFirst();
        assertThat(again.reference()).startsWith("instr-").isNotEqualTo(first.reference());
        assertThat(when(failed)).as("the first order's end is known").isEmpty();
    }

    @Test
    void whatItsBankTookBackNobodyGets() {
        opened("500.00");
        var back = new ReturnSuspense(ITEM, "instr-1", DAY, NOW);
        assertThat(when(back)).hasExactlyElementsOfTypes(SuspenseReturned.class);
        assertThat(when(back)).as("a repeat").isEmpty();
        assertThatThrownBy(() -> when(move("ann"))).hasMessageContaining("it is RETURNED, to instr-1");
    }

    @Test
    void whatSomebodyHasIsNotTakenBackInSilence() {
        opened("500.00");
        when(move("ann"));
        assertThatThrownBy(() -> when(new ReturnSuspense(ITEM, "instr-1", DAY, NOW)))
                .hasMessageContaining("it is MOVED, to loan-1");
    }

    @Test
    void whatIsNotThereCannotMove() {
        assertThatThrownBy(() -> when(move("ann"))).hasMessage("Expected money susp-1; found none.");
    }
}
