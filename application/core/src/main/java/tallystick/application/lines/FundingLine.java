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
 * @param proposedBy who asked for a line of this size
 * @param change what another person has to approve first; null when nothing waits
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
        @Nullable Change change,
        Money reserved,
        Money confirmed,
        Reserved taken) {
    /** Another limit, or another time for reservations. */
    record Change(Money limit, Duration reservationValidFor, String by) {}

    public Money available() {
        return limit.minus(reserved).minus(confirmed);
    }

    static List<FundingLineEvent> decide(FundingLineCommand command, @Nullable FundingLine is) {
        if (command instanceof ProposeLine c) {
            if (is != null) {
                throw Refusals.taken(is);
            }
            return List.of(new LineProposed(
                    c.target(), c.bank(), c.programme(), c.limit(), c.reservationValidFor(), c.by(), c.at()));
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
        if (approvedBy != null && change == null) {
            return List.of();
        }
        var proposer = change == null ? proposedBy : change.by();
        if (proposer.equals(c.by())) {
            throw Refusals.fourEyes(c.by());
        }
        if (change == null) {
            return List.of(new LineApproved(id, c.by(), c.at()));
        }
        mustCover(change.limit());
        return List.of(new LimitChanged(id, change.limit(), change.reservationValidFor(), c.by(), c.at()));
    }

    private List<FundingLineEvent> change(ChangeLimit c) {
        mustCover(c.limit());
        if (isAlready(c)) {
            return List.of();
        }
        return alone(c)
                ? List.of(new LimitChanged(id, c.limit(), c.reservationValidFor(), c.by(), c.at()))
                : List.of(new LimitProposed(id, c.limit(), c.reservationValidFor(), c.by(), c.at()));
    }

    private boolean isAlready(ChangeLimit c) {
        return change == null
                ? c.limit().equals(limit) && c.reservationValidFor().equals(reservationValidFor)
                : c.limit().equals(change.limit()) && c.reservationValidFor().equals(change.reservationValidFor());
    }

    /** A new line still waits for its approval; and who sees too much being lent need not look for a colleague first. */
    private boolean alone(ChangeLimit c) {
        return approvedBy == null
                || (c.reservationValidFor().equals(reservationValidFor)
                        && !c.limit().isMoreThan(limit));
    }

    private void mustCover(Money wanted) {
        if (wanted.isLessThan(reserved.plus(confirmed))) {
            throw Refusals.limitBelowUsed(this, wanted);
        }
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
            case LineApproved e ->
                before.with(before.limit, before.reservationValidFor, before.proposedBy, e.by(), null);
            case LimitProposed e -> before.proposed(new Change(e.limit(), e.reservationValidFor(), e.by()));
            case LimitChanged e -> before.limited(e);
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

    private FundingLine proposed(Change next) {
        return with(limit, reservationValidFor, proposedBy, approvedBy, next);
    }

    /** Who changes a line that nobody has approved yet is who proposes it. */
    private FundingLine limited(LimitChanged e) {
        return with(e.limit(), e.reservationValidFor(), approvedBy == null ? e.by() : proposedBy, approvedBy, null);
    }

    private FundingLine with(
            Money limit, Duration validFor, String proposer, @Nullable String approver, @Nullable Change next) {
        return new FundingLine(
                id, bank, programme, limit, validFor, proposer, approver, next, reserved, confirmed, taken);
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
                change,
                reserved.minus(part(before, false)).plus(part(now, false)),
                confirmed.minus(part(before, true)).plus(part(now, true)),
                taken.with(application, placement, now));
    }

    private Money part(@Nullable Taken taken, boolean ofConfirmed) {
        return taken == null || taken.confirmed() != ofConfirmed ? Money.zero(limit.currency()) : taken.amount();
    }
}
