package tallystick.loan.api;

import java.time.Instant;
import java.time.LocalDate;
import tallystick.kernel.Addressed;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;

/** What one may ask of what secures a loan. A repeat of the same command does nothing. */
public sealed interface CollateralCommand extends Addressed {
    @Override
    CollateralId target();

    /** @param what it is, such as the make of a vehicle; not personal data, and no number that leads to a person */
    record PledgeCollateral(CollateralId target, LoanId loan, CollateralKind kind, String what, String by, Instant at)
            implements CollateralCommand {}

    /** @param source who says so */
    record ValueCollateral(CollateralId target, Money value, LocalDate on, String source, String by, Instant at)
            implements CollateralCommand {}

    /** It belongs to the lender until the debt is paid. */
    record TransferCollateral(CollateralId target, String reference, LocalDate on, String by, Instant at)
            implements CollateralCommand {}

    /** @param reference of the entry in the registry */
    record RegisterCharge(CollateralId target, String registry, String reference, LocalDate on, String by, Instant at)
            implements CollateralCommand {}

    /** @param until the last day it is insured with the lender as loss payee */
    record InsureCollateral(CollateralId target, String policy, LocalDate until, String by, Instant at)
            implements CollateralCommand {}

    record RepossessCollateral(CollateralId target, String reason, LocalDate on, String by, Instant at)
            implements CollateralCommand {}

    /**
     * Sells what was repossessed. Above a limit it happens when another person asks for the same.
     *
     * @param costs of the sale, kept back before the proceeds pay the debt
     * @param limit the proceeds that one person may book alone
     */
    record SellCollateral(
            CollateralId target, Money proceeds, Money costs, LocalDate valueDate, Money limit, String by, Instant at)
            implements CollateralCommand {}

    /** The debt stands again: what paid it off was taken back. Nothing unless it had set the collateral free. */
    record MissCollateral(CollateralId target, Instant at) implements CollateralCommand {}

    /** @param paid whether the debt is paid; before that two people give it free */
    record ReleaseCollateral(CollateralId target, String reason, boolean paid, String by, Instant at)
            implements CollateralCommand {}
}
