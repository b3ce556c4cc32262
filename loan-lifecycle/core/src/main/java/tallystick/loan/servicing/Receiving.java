package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.LoanPaidOff;
import tallystick.loan.api.LoanEvent.LoanRestated;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.LoanEvent.Moved;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.Source;
import tallystick.loan.engine.Statement;

/** Money of the borrower: shared out by the engine, and what earlier money paid restated when it came first. */
final class Receiving {
    private Receiving() {}

    static List<LoanEvent> receive(ReceiveRepayment c, Loan is) {
        if (is.knows(c.reference())) {
            return List.of();
        }
        if (!is.takesMoney() || !c.amount().currency().equals(is.zero().currency())) {
            return cannotTake(c, is);
        }
        if (is.state() == LoanState.PAID_OFF && c.source() == Source.OFFICER_ENTRY) {
            throw Refusals.notActive(is);
        }
        checkQuote(c, is);
        var moved = moved(c, is);
        var standing = Standing.of(is);
        var now = standing.with(moved);
        var events = new ArrayList<LoanEvent>();
        events.add(received(c, moved, standing, now));
        restated(is, standing, now, moved.nr(), c).ifPresent(events::add);
        if (now.paidOff() && is.state() == LoanState.ACTIVE) {
            events.add(new LoanPaidOff(is.id(), c.valueDate(), c.at()));
        }
        return events;
    }

    /** Money that a bank has is never refused; a person's entry is. */
    private static List<LoanEvent> cannotTake(ReceiveRepayment c, Loan is) {
        if (c.source() == Source.OFFICER_ENTRY) {
            throw Refusals.notActive(is);
        }
        var why = is.takesMoney() ? "another currency" : "the loan is " + is.state();
        return List.of(new MoneyHeld(is.id(), c.amount(), c.valueDate(), c.reference(), why, c.bookingDate(), c.at()));
    }

    private static void checkQuote(ReceiveRepayment c, Loan is) {
        var wanted = c.payoffQuote();
        if (wanted == null) {
            return;
        }
        var quote = is.quote(wanted).orElseThrow(() -> Refusals.quoteUnknown(wanted));
        if (quote.used() || quote.asOfTransaction() != is.transactions().size()) {
            throw Refusals.quoteOutdated(quote);
        }
        if (c.valueDate().isAfter(quote.goodThrough())) {
            throw Refusals.quoteExpired(quote);
        }
        if (!quote.total().equals(c.amount())) {
            throw Refusals.otherThanQuoted(quote, c.amount());
        }
    }

    /** Money cannot count before the loan ran: what a bank dates earlier counts from the first day. */
    private static LocalDate day(ReceiveRepayment c, Loan is) {
        var since = is.activeSince();
        return since != null && c.valueDate().isBefore(since) ? since : c.valueDate();
    }

    private static Transaction moved(ReceiveRepayment c, Loan is) {
        return new Transaction(
                is.nextTransaction(),
                Transaction.Type.REPAYMENT,
                c.amount(),
                day(c, is),
                c.at(),
                c.source(),
                c.reference(),
                null,
                c.payoffQuote(),
                null,
                null,
                is.accounting());
    }

    private static RepaymentReceived received(ReceiveRepayment c, Transaction moved, Standing standing, Statement now) {
        return new RepaymentReceived(
                c.target(),
                moved.nr(),
                c.amount(),
                standing.parts(now, moved),
                moved.valueDate(),
                c.bookingDate(),
                c.source(),
                c.reference(),
                c.note(),
                c.payoffQuote(),
                c.by(),
                c.at(),
                moved.accounting());
    }

    private static java.util.Optional<LoanEvent> restated(
            Loan is, Standing standing, Statement now, int because, ReceiveRepayment c) {
        var moves = moves(is, standing, now);
        return moves.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(
                        new LoanRestated(is.id(), because, moves, c.bookingDate(), c.at(), is.accounting()));
    }

    /** Every standing repayment whose parts are others than they were. */
    static List<Moved> moves(Loan is, Standing standing, Statement now) {
        var moves = new ArrayList<Moved>();
        for (var known : is.transactions()) {
            var before = known.parts();
            if (known.pays() && before != null) {
                var after = now.share(known.id()).isPresent() ? standing.parts(now, known) : before;
                if (!after.equals(before)) {
                    moves.add(new Moved(known.nr(), before, after));
                }
            }
        }
        return moves;
    }
}
