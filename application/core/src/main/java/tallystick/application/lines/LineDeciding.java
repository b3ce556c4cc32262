package tallystick.application.lines;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.FundingLineCommand;
import tallystick.application.api.FundingLineCommand.*;
import tallystick.application.api.FundingLineEvent;
import tallystick.application.api.FundingLineEvent.*;
import tallystick.application.api.LineKind;
import tallystick.application.api.ProgrammeData.Quota;
import tallystick.kernel.Money;
import tallystick.kernel.Refused;
import tallystick.runtime.approval.FourEyes;

/**
 * What happens to a line on a command. A reservation that nothing was sent for ends by time; after that by proof alone.
 */
final class LineDeciding {
    private LineDeciding() {}

    static List<FundingLineEvent> decide(FundingLineCommand command, @Nullable FundingLine is) {
        if (command instanceof ProposeLine c) {
            if (is != null) {
                throw Refusals.taken(is);
            }
            return List.of(new LineProposed(
                    c.target(), c.bank(), c.programme(), c.limit(), c.reservationValidFor(), c.by(), c.at(), c.kind()));
        }
        if (command instanceof OpenExposure c) {
            return is == null ? opened(c) : List.of();
        }
        if (is == null) {
            throw Refusals.unknown(command.target());
        }
        return switch (command) {
            case ProposeLine _, OpenExposure _ -> List.of();
            case ApproveLine c -> approve(c, is);
            case ChangeLimit c -> change(c, is);
            case Reserve c -> reserve(c, is);
            case ReserveExposure c -> reserve(c, is);
            case DecideTogether c -> together(c, is);
            case HoldReservation c -> hold(c, is);
            case Confirm c -> confirm(c, is);
            case Release c -> release(c, is);
            case ExpireReservation c -> expire(c, is);
            case Settle c -> settle(c, is);
            case Reopen c -> reopen(c, is);
            case Replenish c -> replenish(c, is);
        };
    }

    private static List<FundingLineEvent> approve(ApproveLine c, FundingLine is) {
        var change = is.change();
        if (is.approvedBy() != null && change == null) {
            return List.of();
        }
        var proposer = change == null ? is.proposedBy() : change.by();
        FourEyes.mustDiffer(proposer, c.by());
        if (c.hash() != null) {
            FourEyes.mustBeShown("line " + is.id().name(), String.valueOf(is.waiting()), c.hash());
        }
        if (change == null) {
            return List.of(new LineApproved(is.id(), c.by(), c.at()));
        }
        mustCover(change.limit(), is);
        return List.of(new LimitChanged(is.id(), change.limit(), change.reservationValidFor(), c.by(), c.at()));
    }

    private static List<FundingLineEvent> change(ChangeLimit c, FundingLine is) {
        if (is.kind() == LineKind.EXPOSURE) {
            throw Refusals.boundByLaw(is);
        }
        mustCover(c.limit(), is);
        if (isAlready(c, is)) {
            return List.of();
        }
        return alone(c, is)
                ? List.of(new LimitChanged(is.id(), c.limit(), c.reservationValidFor(), c.by(), c.at()))
                : List.of(new LimitProposed(is.id(), c.limit(), c.reservationValidFor(), c.by(), c.at()));
    }

    private static boolean isAlready(ChangeLimit c, FundingLine is) {
        var change = is.change();
        return change == null
                ? c.limit().equals(is.limit()) && c.reservationValidFor().equals(is.reservationValidFor())
                : c.limit().equals(change.limit()) && c.reservationValidFor().equals(change.reservationValidFor());
    }

    /** A new line still waits for its approval; and who sees too much being lent need not look for a colleague first. */
    private static boolean alone(ChangeLimit c, FundingLine is) {
        return is.approvedBy() == null
                || (c.reservationValidFor().equals(is.reservationValidFor())
                        && !c.limit().isMoreThan(is.limit()));
    }

    private static void mustCover(Money limit, FundingLine is) {
        if (limit.isLessThan(is.used())) {
            throw Refusals.limitBelowUsed(is, limit);
        }
    }

    private static List<FundingLineEvent> reserve(Reserve c, FundingLine is) {
        if (is.taken().by(c.application(), c.placement()) != null) {
            return List.of();
        }
        if (c.bank() != null && !c.bank().equals(is.bank())) {
            throw Refusals.ofAnotherBank(is, c.bank());
        }
        if (!fits(c.amount(), is)) {
            throw Refusals.exhausted(is, c.amount());
        }
        var place = c.place();
        if (place != null && place.quota() != null) {
            mustBeFree(place.slot(), place.quota(), is.slots());
        }
        var until = c.at().plus(is.reservationValidFor());
        var slot = place == null ? null : place.slot();
        return List.of(new LineReserved(is.id(), c.application(), c.placement(), c.amount(), until, c.at(), slot));
    }

    private static void mustBeFree(Slot slot, Quota quota, Slots taken) {
        if (quota.daily() != null && taken.ofDay(slot) >= quota.daily()) {
            throw Refusals.quotaTaken("day", slot, quota.daily());
        }
        if (quota.monthly() != null && taken.ofMonth(slot) >= quota.monthly()) {
            throw Refusals.quotaTaken("month", slot, quota.monthly());
        }
    }

    private static List<FundingLineEvent> opened(OpenExposure c) {
        return List.of(new ExposureOpened(
                c.target(), c.bank(), c.programme(), c.most(), c.reservationValidFor(), c.at(), c.lentBefore()));
    }

    /** What the law allows may have changed since, and with it what is left. */
    private static List<FundingLineEvent> reserve(ReserveExposure c, FundingLine is) {
        if (is.taken().by(c.application(), c.placement()) != null) {
            return List.of();
        }
        if (is.kind() != LineKind.EXPOSURE) {
            throw Refusals.exhausted(is, c.amount());
        }
        if (is.used().plus(c.amount()).isMoreThan(c.most())) {
            throw Refusals.concentrated(is, c);
        }
        var until = c.at().plus(c.reservationValidFor());
        var reserved = new LineReserved(is.id(), c.application(), c.placement(), c.amount(), until, c.at(), null);
        return c.most().equals(is.limit()) && c.reservationValidFor().equals(is.reservationValidFor())
                ? List.of(reserved)
                : List.of(new ExposureBounded(is.id(), c.most(), c.reservationValidFor(), c.at()), reserved);
    }

    /** Nothing is reserved before somebody has approved the line. */
    private static boolean fits(Money amount, FundingLine is) {
        return is.approvedBy() != null
                && is.kind() != LineKind.EXPOSURE
                && amount.currency().equals(is.limit().currency())
                && !amount.isMoreThan(is.available());
    }

    /** In the order in which they came; a smaller one may still fit where a larger one did not. */
    private static List<FundingLineEvent> together(DecideTogether c, FundingLine is) {
        var line = is;
        var events = new ArrayList<FundingLineEvent>();
        for (var command : c.commands()) {
            for (var event : tried(command, line)) {
                line = FundingLine.after(line, event);
                events.add(event);
            }
        }
        return events;
    }

    private static List<FundingLineEvent> tried(FundingLineCommand command, FundingLine line) {
        try {
            return decide(command, line);
        } catch (Refused no) {
            return List.of();
        }
    }

    private static List<FundingLineEvent> hold(HoldReservation c, FundingLine is) {
        var mine = is.taken().by(c.application(), c.placement());
        if (mine == null) {
            throw Refusals.notReserved(is, c.application());
        }
        return mine.isHeld()
                ? List.of()
                : List.of(new ReservationHeld(is.id(), c.application(), c.placement(), c.at()));
    }

    /** At most what was reserved: a bank that approves more cannot oversell the line. */
    private static List<FundingLineEvent> confirm(Confirm c, FundingLine is) {
        var mine = is.taken().by(c.application(), c.placement());
        if (mine == null || c.amount().isMoreThan(mine.amount())) {
            throw Refusals.notReserved(is, c.application());
        }
        return mine.isConfirmed()
                ? List.of()
                : List.of(new ReservationConfirmed(is.id(), c.application(), c.placement(), c.amount(), c.at()));
    }

    private static List<FundingLineEvent> release(Release c, FundingLine is) {
        var mine = is.taken().by(c.application(), c.placement());
        return mine == null || mine.isOver()
                ? List.of()
                : List.of(new ReservationReleased(
                        is.id(), c.application(), c.placement(), mine.amount(), c.because(), c.at()));
    }

    private static List<FundingLineEvent> expire(ExpireReservation c, FundingLine is) {
        var mine = is.taken().by(c.application(), c.placement());
        return mine == null || mine.isHeld()
                ? List.of()
                : List.of(new ReservationExpired(is.id(), c.application(), c.placement(), mine.amount(), c.at()));
    }

    /** Only what is confirmed, and what never came back. */
    private static List<FundingLineEvent> settle(Settle c, FundingLine is) {
        var paid = c.reservations().stream()
                .distinct()
                .filter(one -> {
                    var mine = is.taken().by(one.application(), one.placement());
                    return mine != null && mine.isConfirmed() && !mine.reopened();
                })
                .toList();
        return paid.isEmpty() ? List.of() : List.of(new ReservationsSettled(is.id(), paid, c.at()));
    }

    /** Once for ever: a second return of the same payout finds the mark of the first. */
    private static List<FundingLineEvent> reopen(Reopen c, FundingLine is) {
        var mine = is.taken().by(c.application(), c.placement());
        return mine != null && (mine.reopened() || !mine.isConfirmed())
                ? List.of()
                : List.of(new ReservationReopened(
                        is.id(), c.application(), c.placement(), mine == null ? c.amount() : mine.amount(), c.at()));
    }

    private static List<FundingLineEvent> replenish(Replenish c, FundingLine is) {
        return is.kind() == LineKind.VOLUME || c.repaid().equals(is.repaid())
                ? List.of()
                : List.of(new LineReplenished(is.id(), c.repaid(), c.at()));
    }
}
