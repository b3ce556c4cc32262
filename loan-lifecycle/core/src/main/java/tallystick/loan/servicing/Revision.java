package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.TermsChanged;
import tallystick.loan.api.NewTerms;

/**
 * Terms that were agreed anew.
 *
 * @param capitalized what was overdue then and became principal
 */
record Revision(int nr, NewTerms to, Parts capitalized, LocalDate date, Instant at) {
    static Revision of(TermsChanged e) {
        return new Revision(e.terms(), e.to(), e.capitalized(), e.date(), e.at());
    }

    Revision more(Parts parts) {
        return new Revision(nr, to, capitalized.plus(parts), date, at);
    }

    boolean isRestructure() {
        return to.kind() == NewTerms.Kind.RESTRUCTURE;
    }

    String id() {
        return "terms-" + nr;
    }
}
