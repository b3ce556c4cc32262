package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.Grounds;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.TermsChanged;
import tallystick.loan.api.NewTerms;

/** Agrees anew on what is still to come: a restructure, other due dates, a payment holiday. */
final class Agreeing {
    private Agreeing() {}

    /** @throws tallystick.loan.engine.TermsNotPossible when the loan cannot become so */
    static void check(NewTerms to, Loan is, LocalDate date) {
        capitalized(to, is, date, Instant.MAX);
    }

    static List<LoanEvent> change(
            NewTerms to, Loan is, LocalDate date, LocalDate bookingDate, Grounds why, Instant at) {
        var capitalized = capitalized(to, is, date, at);
        var fact = new TermsChanged(is.id(), next(is), to, capitalized, date, bookingDate, why, at);
        return Restating.after(is, fact, bookingDate, at);
    }

    private static int next(Loan is) {
        return is.revisions().size() + 1;
    }

    private static Parts capitalized(NewTerms to, Loan is, LocalDate date, Instant at) {
        var nothing = Standing.of(is).nothing();
        var revision = new Revision(next(is), to, nothing, date, at);
        var standing = Standing.of(is.plus(revision));
        return standing.parts(standing.atLast(), revision.id());
    }
}
