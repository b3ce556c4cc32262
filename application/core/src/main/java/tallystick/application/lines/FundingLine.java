package tallystick.application.lines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.FundingLineCommand;
import tallystick.application.api.FundingLineCommand.*;
import tallystick.application.api.FundingLineEvent;
import tallystick.application.api.FundingLineEvent.*;
import tallystick.application.lines.Reserved.Taken;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;

/**
 * A funding line and what is taken of it. A reservation that nothing was sent for ends by time; after that by proof
 * alone.
 *
 * @param taken what is reserved or confirmed, by application and attempt
 */
public record FundingLine(
        FundingLineId id,
        BankId bank,
        ProgrammeId programme,
        Money limit,
        Duration reservationValidFor,
        String proposedBy,
        @Nullable String approvedBy,
        Money reserved,
        Money confirmed,
        Reserved taken) {

    public Money available() {
        return limit.minus(reserved).minus(confirmed);
    }

    static List<FundingLineEvent> decide(FundingLineCommand command, @Nullable FundingLine is) {
        if (command instanceof ProposeLine c) {
            return is == null
                    ? List.of(new LineProposed(
                            c.target(), c.bank(), c.programme(), c.limit(), c.reservationValidFor(), c.by(), c.at()))
                    : List.of();
        }
        if (is == null) {
            throw Refusals.unknown(command.target());
        }
        return switch (command) {
            case ProposeLine _ -> List.of();
            case ApproveLine c -> is.approve(c);
            case ChangeLimit c -> is.change(c);
            case Reserve c -> is.reserve(c);
            case ReserveMany c -> is.reserveMany(c);
            case HoldReservation c -> is.hold(c);
            case Confirm c -> is.confirm(c);
            case Release c -> is.release(c);
            case ExpireReservation c -> is.expire(c);
        };
    }

    private List<FundingLineEvent> approve(ApproveLine c) {
        if (approvedBy != null) {
            return List.of();
        }
        if (proposedBy.equals(c.by())) {
            throw Refusals.fourEyes(c.by());
        }
        return List.of(new LineApproved(id, c.by(), c.at()));
    }

    private List<FundingLineEvent> change(ChangeLimit c) {
        if (c.limit().isLessThan(reserved.plus(confirmed))) {
            throw Refusals.limitBelowUsed(this, c.limit());
        }
        return c.limit().equals(limit) && c.reservationValidFor().equals(reservationValidFor)
                ? List.of()
                : List.of(new LimitChanged(id, c.limit(), c.reservationValidFor(), c.by(), c.at()));
    }

    private List<FundingLineEvent> reserve(Reserve c) {
        if (taken.by(c.application(), c.placement()) != null) {
            return List.of();
        }
        if (!fits(c.amount(), available())) {
            throw Refusals.exhausted(this, c.amount());
        }
        return List.of(new LineReserved(
                id, c.application(), c.placement(), c.amount(), c.at().plus(reservationValidFor), c.at()));
    }

    /** In the order in which they came; a smaller one may still fit where a larger one did not. */
    private List<FundingLineEvent> reserveMany(ReserveMany c) {
        var left = available();
        var events = new ArrayList<FundingLineEvent>();
        var seen = new HashSet<String>();
        for (var wanted : c.wanted()) {
            var first = taken.by(wanted.application(), wanted.placement()) == null
                    && seen.add(wanted.application() + "/" + wanted.placement());
            if (first && fits(wanted.amount(), left)) {
                left = left.minus(wanted.amount());
                var until = c.at().plus(reservationValidFor);
                events.add(
                        new LineReserved(id, wanted.application(), wanted.placement(), wanted.amount(), until, c.at()));
            }
        }
        return events;
    }

    /** Nothing is reserved before somebody has approved the line. */
    private boolean fits(Money amount, Money left) {
        return approvedBy != null && amount.currency().equals(left.currency()) && !amount.isMoreThan(left);
    }

    private List<FundingLineEvent> hold(HoldReservation c) {
        var mine = taken.by(c.application(), c.placement());
        if (mine == null) {
            throw Refusals.notReserved(this, c.application());
        }
        return mine.held() ? List.of() : List.of(new ReservationHeld(id, c.application(), c.placement(), c.at()));
    }

    /** At most what was reserved: a bank that approves more cannot oversell the line. */
    private List<FundingLineEvent> confirm(Confirm c) {
        var mine = taken.by(c.application(), c.placement());
        if (mine == null || c.amount().isMoreThan(mine.amount())) {
            throw Refusals.notReserved(this, c.application());
        }
        return mine.confirmed()
                ? List.of()
                : List.of(new ReservationConfirmed(id, c.application(), c.placement(), c.amount(), c.at()));
    }

    private List<FundingLineEvent> release(Release c) {
        var mine = taken.by(c.application(), c.placement());
        return mine == null
                ? List.of()
                : List.of(new ReservationReleased(
                        id, c.application(), c.placement(), mine.amount(), c.because(), c.at()));
    }

    private List<FundingLineEvent> expire(ExpireReservation c) {
        var mine = taken.by(c.application(), c.placement());
        return mine == null || mine.held() || mine.confirmed()
                ? List.of()
                : List.of(new ReservationExpired(id, c.application(), c.placement(), mine.amount(), c.at()));
    }

    static FundingLine after(@Nullable FundingLine before, FundingLineEvent event) {
        if (event instanceof LineProposed e) {
            var none = Money.zero(e.limit().currency());
            return new FundingLine(
                    e.line(),
                    e.bank(),
                    e.programme(),
                    e.limit(),
                    e.reservationValidFor(),
                    e.by(),
                    null,
                    none,
                    none,
                    Reserved.NOTHING);
        }
        if (before == null) {
            throw new IllegalStateException("A funding line begins with LineProposed; found " + event + ".");
        }
        return switch (event) {
            case LineProposed _ -> before;
            case LineApproved e -> before.with(before.limit, before.reservationValidFor, e.by());
            case LimitChanged e -> before.with(e.limit(), e.reservationValidFor(), before.approvedBy);
            case LineReserved e -> before.now(e.application(), e.placement(), new Taken(e.amount(), false, false));
            case ReservationHeld e -> {
                var mine = before.mine(e.application(), e.placement());
                yield before.now(e.application(), e.placement(), new Taken(mine.amount(), true, mine.confirmed()));
            }
            case ReservationConfirmed e ->
                before.now(e.application(), e.placement(), new Taken(e.amount(), true, true));
            case ReservationReleased e -> before.now(e.application(), e.placement(), null);
            case ReservationExpired e -> before.now(e.application(), e.placement(), null);
        };
    }

    private Taken mine(ApplicationId application, int placement) {
        return Objects.requireNonNull(taken.by(application, placement));
    }

    private FundingLine with(Money limit, Duration validFor, @Nullable String approver) {
        return new FundingLine(id, bank, programme, limit, validFor, proposedBy, approver, reserved, confirmed, taken);
    }

    /** The sums follow from what was taken before and now, so that no event scans them all. */
    private FundingLine now(ApplicationId application, int placement, @Nullable Taken now) {
        var before = taken.by(application, placement);
        return new FundingLine(
                id,
                bank,
                programme,
                limit,
                reservationValidFor,
                proposedBy,
                approvedBy,
                reserved.minus(part(before, false)).plus(part(now, false)),
                confirmed.minus(part(before, true)).plus(part(now, true)),
                taken.with(application, placement, now));
    }

    private Money part(@Nullable Taken taken, boolean ofConfirmed) {
        return taken == null || taken.confirmed() != ofConfirmed ? Money.zero(limit.currency()) : taken.amount();
    }
}
