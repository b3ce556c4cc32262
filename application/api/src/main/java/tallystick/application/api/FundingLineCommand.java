package tallystick.application.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.FundingLineEvent.Slot;
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

    /** Asks for a part of a line. */
    sealed interface Reserving extends FundingLineCommand {}

    /** @param kind null is {@link LineKind#VOLUME} */
    record ProposeLine(
            FundingLineId target,
            BankId bank,
            ProgrammeId programme,
            Money limit,
            Duration reservationValidFor,
            String by,
            Instant at,
            @Nullable LineKind kind)
            implements FundingLineCommand {}

    /**
     * The line itself, or the change of it that waits.
     *
     * @param hash of what was shown; null where only one thing could be
     */
    record ApproveLine(
            FundingLineId target,
            String by,
            Instant at,
            @Nullable String hash) implements FundingLineCommand {
        public ApproveLine(FundingLineId target, String by, Instant at) {
            this(target, by, at, null);
        }
    }

    /** Less takes effect at once; everything else when another person approves it. */
    record ChangeLimit(FundingLineId target, Money limit, Duration reservationValidFor, String by, Instant at)
            implements FundingLineCommand {}

    /**
     * @param placement the attempt it is for; one reservation per application and attempt
     * @param bank who is to lend it: nothing is reserved on the line of another; null where nobody is named
     * @param place among what its programme takes; null where it does not count
     */
    record Reserve(
            FundingLineId target,
            ApplicationId application,
            int placement,
            Money amount,
            Instant at,
            @Nullable BankId bank,
            @Nullable Place place)
            implements Reserving {
        public Reserve(FundingLineId target, ApplicationId application, int placement, Money amount, Instant at) {
            this(target, application, placement, amount, at, null, null);
        }
    }

    /**
     * One of those that a programme takes.
     *
     * @param quota how many there are; null is any number, which are counted all the same
     */
    record Place(Slot slot, ProgrammeData.@Nullable Quota quota) {}

    /**
     * Begins to count what a bank lends together with others; nothing where that is counted already.
     *
     * @param reservationValidFor as on the line out of which it lends
     * @param lentBefore what it has lent so until now; null is nothing
     */
    record OpenExposure(
            FundingLineId target,
            BankId bank,
            ProgrammeId programme,
            Money most,
            Duration reservationValidFor,
            Instant at,
            @Nullable Money lentBefore)
            implements FundingLineCommand {}

    /** @param most what the law lets the bank have lent together with others, this included */
    record ReserveExposure(
            FundingLineId target,
            ApplicationId application,
            int placement,
            Money amount,
            Money most,
            Duration reservationValidFor,
            Instant at)
            implements Reserving {}

    /**
     * Several at once, decided one after the other: each has its effect or none, and nobody waits for anybody. Whether one
     * had its effect shows when it is decided again: then it does nothing.
     */
    record DecideTogether(FundingLineId target, List<FundingLineCommand> commands, Instant at)
            implements FundingLineCommand {
        public DecideTogether {
            commands = List.copyOf(commands);
        }
    }

    /** The loans of these are paid out: from here on the line keeps their sum alone. */
    record Settle(FundingLineId target, List<Attempted> reservations, Instant at) implements FundingLineCommand {
        public Settle {
            reservations = List.copyOf(reservations);
        }
    }

    /** An application and the attempt that its reservation is for. */
    record Attempted(ApplicationId application, int placement) {}

    /** A payout came back: what was settled may be released again. */
    record Reopen(FundingLineId target, ApplicationId application, int placement, Money amount, Instant at)
            implements FundingLineCommand {}

    /** @param repaid all principal that ever came back of what the line has lent, less what was lent without it and is out */
    record Replenish(FundingLineId target, Money repaid, Instant at) implements FundingLineCommand {}

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
