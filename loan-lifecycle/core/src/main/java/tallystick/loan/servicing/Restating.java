package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.CapitalizationRestated;
import tallystick.loan.api.LoanEvent.LoanPaidOff;
import tallystick.loan.api.LoanEvent.LoanReopened;
import tallystick.loan.api.LoanEvent.LoanRestated;
import tallystick.loan.api.LoanEvent.Moved;
import tallystick.loan.engine.Statement;

/** What a fact brings with it: earlier money may pay something else now, and the loan may be paid off, or not any more. */
final class Restating {
    private Restating() {}

    /** The fact, and what follows from it. */
    static List<LoanEvent> after(Loan before, LoanEvent fact, LocalDate bookingDate, Instant at) {
        var standing = Standing.of(Telling.after(before, fact));
        return after(before, fact, standing, standing.atLast(), bookingDate, at);
    }

    /** The same where its statement is known already. */
    static List<LoanEvent> after(
            Loan before, LoanEvent fact, Standing standing, Statement now, LocalDate bookingDate, Instant at) {
        var events = new ArrayList<LoanEvent>();
        events.add(fact);
        follow(Telling.after(before, fact), standing, now, bookingDate, at, events);
        return events;
    }

    /** Late fees come first: they are facts that others follow from. */
    static void follow(
            Loan after, Standing standing, Statement now, LocalDate bookingDate, Instant at, List<LoanEvent> events) {
        var fees = LateFees.corrected(after, bookingDate, at);
        events.addAll(fees);
        if (fees.isEmpty()) {
            moved(after, standing, now, bookingDate, at, events);
        } else {
            again(Telling.after(after, fees), bookingDate, at, events);
        }
    }

    private static void moved(
            Loan after, Standing standing, Statement now, LocalDate bookingDate, Instant at, List<LoanEvent> events) {
        var more = new ArrayList<LoanEvent>();
        var moves = moves(after, standing, now);
        if (!moves.isEmpty()) {
            var because = after.transactions().size();
            more.add(new LoanRestated(after.id(), because, moves, bookingDate, at, after.accounting()));
        }
        capitalized(after, standing, now, bookingDate, at, more);
        AddingInterest.since(after, now, bookingDate, at).ifPresent(more::add);
        var next = Telling.after(after, more);
        var refund = Refunds.owed(next, now, standing.credit(now), bookingDate, at);
        events.addAll(more);
        if (refund.isPresent()) {
            events.add(refund.get());
            again(Telling.after(next, refund.get()), bookingDate, at, events);
        } else {
            end(next, now, at, events);
        }
    }

    /** A fee, and a refund that is owed or not any more, are facts that others may follow from. */
    private static void again(Loan is, LocalDate bookingDate, Instant at, List<LoanEvent> events) {
        var standing = Standing.of(is);
        follow(is, standing, standing.atLast(), bookingDate, at, events);
    }

    /** Every standing payment whose parts are others than they were. */
    private static List<Moved> moves(Loan is, Standing standing, Statement now) {
        var moves = new ArrayList<Moved>();
        for (var known : is.transactions()) {
            var before = known.parts();
            if (known.pays() && before != null && now.share(known.id()).isPresent()) {
                var after = standing.parts(now, known.id());
                if (!after.equals(before)) {
                    moves.add(new Moved(known.nr(), before, after));
                }
            }
        }
        return moves;
    }

    /** What had become principal is more now, or less. */
    private static void capitalized(
            Loan is, Standing standing, Statement now, LocalDate bookingDate, Instant at, List<LoanEvent> events) {
        for (var revision : is.revisions()) {
            var today = standing.parts(now, revision.id());
            if (!today.equals(revision.capitalized())) {
                var more = today.minus(revision.capitalized());
                events.add(new CapitalizationRestated(is.id(), revision.nr(), more, bookingDate, at));
            }
        }
    }

    private static void end(Loan is, Statement now, Instant at, List<LoanEvent> events) {
        if (now.paidOff() && is.state() == LoanState.ACTIVE) {
            events.add(new LoanPaidOff(is.id(), now.asOf(), at));
        }
        if (!now.paidOff() && is.state() == LoanState.PAID_OFF) {
            events.add(new LoanReopened(is.id(), now.asOf(), at));
        }
    }
}
