package tallystick.loan.api;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;

/** Everything that can happen to what secures a loan. Stored for ever: add, never rename or move. */
public sealed interface CollateralEvent {
    CollateralId collateral();

    record CollateralPledged(
            CollateralId collateral, LoanId loan, CollateralKind kind, String what, String by, Instant at)
            implements CollateralEvent {}

    record CollateralValued(CollateralId collateral, Money value, LocalDate on, String source, String by, Instant at)
            implements CollateralEvent {}

    record CollateralTransferred(CollateralId collateral, String reference, LocalDate on, String by, Instant at)
            implements CollateralEvent {}

    record ChargeRegistered(
            CollateralId collateral, String registry, String reference, LocalDate on, String by, Instant at)
            implements CollateralEvent {}

    record CollateralInsured(CollateralId collateral, String policy, LocalDate until, String by, Instant at)
            implements CollateralEvent {}

    record CollateralRepossessed(CollateralId collateral, String reason, LocalDate on, String by, Instant at)
            implements CollateralEvent {}

    /** @param what is asked for: a second person must ask for the same */
    record CollateralStepProposed(CollateralId collateral, String what, String by, Instant at)
            implements CollateralEvent {}

    /** @param proceeds of the sale; less the costs they pay the debt */
    record CollateralSold(
            CollateralId collateral,
            LoanId loan,
            Money proceeds,
            Money costs,
            LocalDate valueDate,
            String by,
            @Nullable String proposedBy,
            Instant at)
            implements CollateralEvent {}

    record CollateralReleased(
            CollateralId collateral,
            LoanId loan,
            String reason,
            String by,
            @Nullable String proposedBy,
            Instant at) implements CollateralEvent {}

    /** It was set free, and the debt it had secured stands again: somebody has to secure it anew, or to accept that. */
    record CollateralMissed(CollateralId collateral, LoanId loan, Instant at) implements CollateralEvent {}
}
