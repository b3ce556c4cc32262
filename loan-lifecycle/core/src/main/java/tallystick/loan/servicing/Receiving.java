package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.PrepaymentEffect;
import tallystick.loan.api.Source;
import tallystick.loan.engine.Statement;

/** Money of the borrower: shared out by the engine, and what earlier money paid restated when it came first. */
final class Receiving {
    private Receiving() {}

    static List<LoanEvent> receive(ReceiveRepayment c, Loan is) {
        if (is.knows(c.reference())) {
            return List.of();
        }
        checkNote(c, is);
        var matched = Matching.match(c, is);
        if (matched.isPresent()) {
            return List.of(matched.get());
        }
        if (!is.takesMoney() || isForeign(c, is) || isEarly(c)) {
            return cannotTake(c, is);
        }
        if (is.state() == LoanState.PAID_OFF && c.source() == Source.OFFICER_ENTRY) {
            throw Refusals.notActive(is);
        }
        checkQuote(c, is);
        var standing = Standing.of(is);
        var moved = moved(c, standing);
        var now = standing.with(moved);
        return Restating.after(is, received(c, moved, standing, now), standing, now, c.bookingDate(), c.at());
    }

    /** Money that a bank has is never refused; a person's entry is. */
    private static List<LoanEvent> cannotTake(ReceiveRepayment c, Loan is) {
        if (c.source() == Source.OFFICER_ENTRY) {
            throw isEarly(c) ? Refusals.inTheFuture(c.valueDate(), c.bookingDate()) : Refusals.notActive(is);
        }
        return List.of(
                new MoneyHeld(is.id(), c.amount(), c.valueDate(), c.reference(), why(c, is), c.bookingDate(), c.at()));
    }

    private static String why(ReceiveRepayment c, Loan is) {
        if (!is.takesMoney()) {
            return "the loan is " + is.state();
        }
        return isEarly(c) ? "dated after the business date" : "another currency";
    }

    private static boolean isForeign(ReceiveRepayment c, Loan is) {
        return !c.amount().currency().equals(is.zero().currency());
    }

    /** What is not there yet pays nothing: interest would end before the money comes. */
    private static boolean isEarly(ReceiveRepayment c) {
        return c.valueDate().isAfter(c.bookingDate());
    }

    /** What the bank's row has brought is not entered once more. */
    private static void checkNote(ReceiveRepayment c, Loan is) {
        var note = c.note();
        if (c.source() == Source.OFFICER_ENTRY && note != null && is.isTold(note)) {
            throw Refusals.bankHasTold(is, note);
        }
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

    /** Who has withdrawn owes principal and the interest of days used: what comes in parts pays no row to come. */
    private static @Nullable PrepaymentEffect effect(ReceiveRepayment c, Standing standing) {
        return standing.loan().state() == LoanState.WITHDRAWN && standing.canBePlannedAnew()
                ? PrepaymentEffect.SMALLER_INSTALLMENT
                : c.effect();
    }

    private static Transaction moved(ReceiveRepayment c, Standing standing) {
        var is = standing.loan();
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
                is.accounting(),
                effect(c, standing),
                null,
                c.note(),
                false);
    }

    private static RepaymentReceived received(ReceiveRepayment c, Transaction moved, Standing standing, Statement now) {
        return new RepaymentReceived(
                c.target(),
                moved.nr(),
                c.amount(),
                standing.parts(now, moved.id()),
                moved.valueDate(),
                c.bookingDate(),
                c.source(),
                c.reference(),
                c.note(),
                c.payoffQuote(),
                c.by(),
                c.at(),
                moved.accounting(),
                moved.effect());
    }
}
