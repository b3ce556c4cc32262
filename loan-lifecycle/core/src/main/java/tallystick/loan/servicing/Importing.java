package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tallystick.loan.api.LoanCommand.ImportLoan;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.LoanBooked;
import tallystick.loan.api.LoanEvent.LoanImported;
import tallystick.loan.api.LoanEvent.LoanPaidOff;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.Taken;
import tallystick.loan.api.PaidBefore;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.Statement;

/** Takes running loans over: our arithmetic must come to the position that the other system has, or the row is refused. */
final class Importing {
    private Importing() {}

    static List<LoanEvent> take(ImportLoan c) {
        Owning.check(c.funding(), c.bank());
        var loan = Loan.imported(booked(c), moved(c));
        var standing = Standing.of(loan);
        var now = standing.on(lastDay(c));
        if (!now.outstanding().principal().equals(c.outstanding())) {
            throw Refusals.positionDiffers(c, now.outstanding().principal());
        }
        var events = new ArrayList<LoanEvent>();
        events.add(event(c, loan, standing, now));
        if (now.paidOff()) {
            events.add(new LoanPaidOff(c.target(), lastDay(c), c.at()));
        }
        return events;
    }

    private static LocalDate lastDay(ImportLoan c) {
        return lastDay(c.terms(), c.history().stream().map(PaidBefore::valueDate));
    }

    private static LocalDate lastDay(Terms terms, Stream<LocalDate> paid) {
        var start = terms.disbursements().getFirst().date();
        return paid.max(LocalDate::compareTo).filter(day -> day.isAfter(start)).orElse(start);
    }

    private static List<Transaction> moved(ImportLoan c) {
        return IntStream.range(0, c.history().size())
                .mapToObj(i -> Transaction.before(
                        i + 1, c.history().get(i).amount(), c.history().get(i).valueDate(), c.at(), null))
                .toList();
    }

    private static LoanImported event(ImportLoan c, Loan loan, Standing standing, Statement now) {
        var history = loan.transactions().stream()
                .map(moved -> new Taken(moved.valueDate(), moved.amount(), standing.parts(now, moved.id())))
                .toList();
        var zero = loan.zero();
        var interest = history.stream().map(taken -> taken.parts().interest()).reduce(zero, (a, b) -> a.plus(b));
        return new LoanImported(
                c.target(),
                c.portfolio(),
                c.reference(),
                c.application(),
                c.borrower(),
                c.product(),
                c.productVersion(),
                c.jurisdiction(),
                c.bank(),
                c.terms(),
                c.allocation(),
                history,
                new Parts(now.outstanding().principal(), interest, zero, zero, now.creditBalance()),
                c.bookingDate(),
                c.by(),
                c.at(),
                c.funding());
    }

    /** The contract as if it had been booked here. */
    private static LoanBooked booked(ImportLoan c) {
        return new LoanBooked(
                c.target(),
                c.application(),
                c.borrower(),
                c.product(),
                c.productVersion(),
                c.jurisdiction(),
                c.bank(),
                c.terms(),
                c.allocation(),
                List.of(),
                c.bookingDate(),
                c.at(),
                c.funding(),
                null,
                null);
    }

    static Loan after(LoanImported e) {
        var booked = new LoanBooked(
                e.loan(),
                e.application(),
                e.borrower(),
                e.product(),
                e.productVersion(),
                e.jurisdiction(),
                e.bank(),
                e.terms(),
                e.allocation(),
                List.of(),
                e.bookingDate(),
                e.at(),
                e.funding(),
                null,
                null);
        var moved = new ArrayList<Transaction>();
        for (var taken : e.history()) {
            moved.add(Transaction.before(moved.size() + 1, taken.amount(), taken.valueDate(), e.at(), taken.parts()));
        }
        return opened(Loan.imported(booked, moved), e);
    }

    /** Interest that had become principal is in the opening position. */
    private static Loan opened(Loan loan, LoanImported e) {
        if (!Boolean.TRUE.equals(e.terms().negativeAmortization())) {
            return loan;
        }
        var day = lastDay(e.terms(), e.history().stream().map(Taken::valueDate));
        var before = AddingInterest.through(loan, Standing.of(loan).on(day).capitalized(), day);
        return loan.plus(Transaction.other(
                loan.nextTransaction(), Transaction.Type.CAPITALIZATION, before, day, e.at(), null, null));
    }
}
