package tallystick.application.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.FundingLineCommand.Attempted;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;

/** Everything that can happen to a funding line. Stored for ever: add, never rename or move. */
public sealed interface FundingLineEvent {
    FundingLineId line();

    record LineProposed(
            FundingLineId line,
            BankId bank,
            ProgrammeId programme,
            Money limit,
            Duration reservationValidFor,
            String by,
            Instant at,
            @Nullable LineKind kind)
            implements FundingLineEvent {}

    /**
     * From here on it is counted what a bank lends together with others; nobody proposes it, the law bounds it.
     *
     * @param lentBefore what was out by then and never reserved on it; null is nothing
     */
    record ExposureOpened(
            FundingLineId line,
            BankId bank,
            ProgrammeId programme,
            Money most,
            Duration reservationValidFor,
            Instant at,
            @Nullable Money lentBefore)
            implements FundingLineEvent {}

    /** What the law allows, and how long a reservation holds, is another from here on. */
    record ExposureBounded(FundingLineId line, Money most, Duration reservationValidFor, Instant at)
            implements FundingLineEvent {}

    record LineApproved(FundingLineId line, String by, Instant at) implements FundingLineEvent {}

    /** Waits for another person; until then the line stays as it is. */
    record LimitProposed(FundingLineId line, Money limit, Duration reservationValidFor, String by, Instant at)
            implements FundingLineEvent {}

    record LimitChanged(FundingLineId line, Money limit, Duration reservationValidFor, String by, Instant at)
            implements FundingLineEvent {}

    /** @param slot of a quota that it takes; null where it takes none */
    record LineReserved(
            FundingLineId line,
            ApplicationId application,
            int placement,
            Money amount,
            Instant expiresAt,
            Instant at,
            @Nullable Slot slot)
            implements FundingLineEvent {}

    /** One of the applications that a programme takes on a day of its market. */
    record Slot(ProgrammeId programme, LocalDate day) {}

    record ReservationHeld(FundingLineId line, ApplicationId application, int placement, Instant at)
            implements FundingLineEvent {}

    record ReservationConfirmed(FundingLineId line, ApplicationId application, int placement, Money amount, Instant at)
            implements FundingLineEvent {}

    record ReservationReleased(
            FundingLineId line, ApplicationId application, int placement, Money amount, String because, Instant at)
            implements FundingLineEvent {}

    record ReservationExpired(FundingLineId line, ApplicationId application, int placement, Money amount, Instant at)
            implements FundingLineEvent {}

    /** They count in what is confirmed and are not kept one by one any more. */
    record ReservationsSettled(FundingLineId line, List<Attempted> reservations, Instant at)
            implements FundingLineEvent {
        public ReservationsSettled {
            reservations = List.copyOf(reservations);
        }
    }

    record ReservationReopened(FundingLineId line, ApplicationId application, int placement, Money amount, Instant at)
            implements FundingLineEvent {}

    /** @param repaid all principal that ever came back, less what was lent without the line and is out */
    record LineReplenished(FundingLineId line, Money repaid, Instant at) implements FundingLineEvent {}
}
