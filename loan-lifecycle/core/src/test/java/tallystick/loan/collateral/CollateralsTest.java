package tallystick.loan.collateral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.CollateralCommand;
import tallystick.loan.api.CollateralCommand.MissCollateral;
import tallystick.loan.api.CollateralCommand.PledgeCollateral;
import tallystick.loan.api.CollateralCommand.RegisterCharge;
import tallystick.loan.api.CollateralCommand.ReleaseCollateral;
import tallystick.loan.api.CollateralCommand.RepossessCollateral;
import tallystick.loan.api.CollateralCommand.SellCollateral;
import tallystick.loan.api.CollateralCommand.ValueCollateral;
import tallystick.loan.api.CollateralEvent;
import tallystick.loan.api.CollateralEvent.CollateralMissed;
import tallystick.loan.api.CollateralEvent.CollateralReleased;
import tallystick.loan.api.CollateralEvent.CollateralSold;
import tallystick.loan.api.CollateralEvent.CollateralStepProposed;
import tallystick.loan.api.CollateralId;
import tallystick.loan.api.CollateralKind;

/** What secures a loan is sold only when it was taken, by two people above a limit, and leaves us once. */
class CollateralsTest {
    private static final CollateralId ID = new CollateralId("coll-1");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final LocalDate DAY = LocalDate.parse("2026-01-02");

    private final Collaterals collaterals = new Collaterals();
    private @Nullable Collateral is;

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    private List<CollateralEvent> when(CollateralCommand command) {
        var events = collaterals.decide(command, is);
        events.forEach(event -> is = collaterals.after(is, event));
        return events;
    }

    private static SellCollateral sale(String proceeds, String costs, String by) {
        return new SellCollateral(ID, cny(proceeds), cny(costs), DAY, cny("1000.00"), by, NOW);
    }

    @BeforeEach
    void pledged() {
        when(new PledgeCollateral(ID, new LoanId("loan-1"), CollateralKind.VEHICLE, "a saloon", "ann", NOW));
    }

    @Test
    void whatIsPledgedTwiceIsPledgedOnce() {
        assertThat(when(new PledgeCollateral(ID, new LoanId("loan-1"), CollateralKind.VEHICLE, "a saloon", "ann", NOW)))
                .isEmpty();
    }

    @Test
    void whatWasNotTakenIsNotSold() {
        assertThatThrownBy(() -> when(sale("900.00", "0.00", "ann")))
                .hasMessageContaining("Expected coll-1 to be repossessed before it is sold; it is not.");
    }

    @Test
    void aLargeSaleTakesTwoWhoAskForTheSame() {
        when(new RepossessCollateral(ID, "not paid", DAY, "ann", NOW));
        assertThat(when(sale("51000.00", "1500.00", "ann"))).singleElement().isInstanceOf(CollateralStepProposed.class);
        assertThatThrownBy(() -> when(sale("51000.00", "1500.00", "ann")))
                .hasMessageContaining("Expected somebody other than ann, who asked for this; found the same.");
        assertThat(when(sale("50000.00", "1500.00", "bob")))
                .as("another sale is another proposal")
                .singleElement()
                .isInstanceOf(CollateralStepProposed.class);
        assertThat(when(sale("50000.00", "1500.00", "ann")))
                .singleElement()
                .isInstanceOfSatisfying(
                        CollateralSold.class,
                        sold -> assertThat(sold.proposedBy()).isEqualTo("bob"));
        assertThatThrownBy(() -> when(new ReleaseCollateral(ID, "mistake", false, "ann", NOW)))
                .hasMessageContaining("Expected coll-1 to be pledged or repossessed; it is SOLD.");
    }

    @Test
    void costsAboveTheProceedsAreAFeeOfTheLoan() {
        when(new RepossessCollateral(ID, "not paid", DAY, "ann", NOW));
        assertThatThrownBy(() -> when(sale("900.00", "900.01", "ann")))
                .hasMessageContaining("Expected costs of at most CNY 900.00; found CNY 900.01.");
    }

    @Test
    void aDebtThatIsPaidSetsItFreeAndTwoPeopleMayBefore() {
        assertThat(when(new ReleaseCollateral(ID, "other security", false, "ann", NOW)))
                .singleElement()
                .isInstanceOf(CollateralStepProposed.class);
        assertThat(when(new ReleaseCollateral(ID, "the loan is paid off", true, "system", NOW)))
                .singleElement()
                .isInstanceOf(CollateralReleased.class);
        assertThat(when(new ReleaseCollateral(ID, "the loan is paid off", true, "system", NOW)))
                .isEmpty();
    }

    @Test
    void whatWasSetFreeIsMissedWhenTheDebtStandsAgain() {
        assertThat(when(new MissCollateral(ID, NOW))).as("it is there").isEmpty();
        when(new ReleaseCollateral(ID, "the loan is paid off", true, "system", NOW));
        assertThat(when(new MissCollateral(ID, NOW))).hasExactlyElementsOfTypes(CollateralMissed.class);
        assertThatThrownBy(() -> when(new RepossessCollateral(ID, "not paid", DAY, "ann", NOW)))
                .hasMessageContaining("Expected coll-1 to be pledged or repossessed; it is MISSED.");
        when(new RegisterCharge(ID, "registry", "7", DAY, "ann", NOW));
        assertThat(Objects.requireNonNull(is).state()).isEqualTo(Collateral.State.PLEDGED);
    }

    @Test
    void whatNobodyPledgedIsUnknown() {
        is = null;
        assertThatThrownBy(() -> when(new ValueCollateral(ID, cny("1.00"), DAY, "guide", "ann", NOW)))
                .hasMessageContaining("Expected collateral coll-1; found none.");
    }
}
