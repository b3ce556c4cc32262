package tallystick.application.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tallystick.kernel.Addressed;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;

/** What one may ask of a funding line: reserved plus confirmed never exceed its limit. */
public sealed interface FundingLineCommand extends Addressed {
    @Override
    FundingLineId target();

    record ProposeLine(
            FundingLineId target,
            BankId bank,
            ProgrammeId programme,
            Money limit,
            Duration reservationValidFor,
            String by,
            Instant at)
            implements FundingLineCommand {}

    /** The line itself, or the change of it that waits. */
    record ApproveLine(FundingLineId target, String by, Instant at) implements FundingLineCommand {}

    /** Less takes effect at once; everything else when another person approves it. */
    record ChangeLimit(FundingLineId target, Money limit, Duration reservationValidFor, String by, Instant at)
            implements FundingLineCommand {}

    /** @param placement the attempt it is for; one reservation per application and attempt */
    record Reserve(FundingLineId target, ApplicationId application, int placement, Money amount, Instant at)
            implements FundingLineCommand {}

    /**
     * Several at once, first come, first served: those that fit are reserved, the others are not, and nobody waits for
     * anybody.
     */
    record ReserveMany(FundingLineId target, List<Wanted> wanted, Instant at) implements FundingLineCommand {
        public ReserveMany {
            wanted = List.copyOf(wanted);
        }
    }

    /** What one application wants of a line. */
    record Wanted(ApplicationId application, int placement, Money amount) {}

    /** From now on the reservation ends by proof alone: something was sent to the bank. */
    record HoldReservation(FundingLineId target, ApplicationId application, int placement, Instant at)
            implements FundingLineCommand {}

    record Confirm(FundingLineId target, ApplicationId application, int placement, Money amount, Instant at)
            implements FundingLineCommand {}

    record Release(FundingLineId target, ApplicationId application, int placement, String because, Instant at)
            implements FundingLineCommand {}

    record ExpireReservation(FundingLineId target, ApplicationId application, int placement, Instant at)
            implements FundingLineCommand {}
}
