package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tallystick.kernel.Money;

/** What facts of a loan must be. */
final class FactRules {
    private static final int MOST_DIGITS = 18;

    private final LoanTerms terms;
    private final Set<String> ids;

    private FactRules(LoanTerms terms, int facts) {
        this.terms = terms;
        ids = HashSet.newHashSet(facts);
    }

    static void check(LoanTerms terms, List<Fact> facts) {
        var rules = new FactRules(terms, facts.size());
        for (var i = 0; i < facts.size(); i++) {
            rules.check(i, facts.get(i));
        }
    }

    private void check(int index, Fact fact) {
        switch (fact) {
            case Fact.Prepayment prepayment -> {
                payment(index, prepayment);
                replannable(index, prepayment.date());
            }
            case Fact.Payment payment -> payment(index, payment);
            case Fact.CreditRefund refund -> amount(index, refund.amount());
            case Fact.Restructure restructure -> replannable(index, restructure.date());
            case Fact.Charge charge -> amount(index, charge.amount());
            case Fact.Reversal reversal -> known(index, reversal.of());
            case Fact.ChargeOff chargeOff -> notBeforeStart(index, chargeOff.date());
            case Fact.StatusChange change -> notBeforeStart(index, change.date());
            case Fact.WriteOff writeOff -> notBeforeStart(index, writeOff.date());
        }
        if (!ids.add(fact.id())) {
            throw new TermsNotPossible(at(index, "/id"), "must not be the id of another fact", fact.id());
        }
    }

    private void payment(int index, Fact.Payment payment) {
        amount(index, payment.amount());
        notBeforeStart(index, payment.date());
    }

    /** What is to come can be planned anew where interest follows the balance and all is paid out. */
    private void replannable(int index, LocalDate date) {
        if (terms.convention() != Convention.STANDARD || terms.method() == Method.FLAT) {
            throw new TermsNotPossible(
                    at(index, "/type"),
                    "must be of a loan with the convention STANDARD and the method DECLINING",
                    "one with %s and %s".formatted(terms.convention(), terms.method()));
        }
        var last = terms.disbursements().getLast().date();
        if (date.isBefore(last)) {
            throw new TermsNotPossible(
                    at(index, "/date"), "must not be before the last disbursement " + last, date.toString());
        }
    }

    private void amount(int index, Money amount) {
        if (!amount.currency().equals(terms.currency())) {
            throw new TermsNotPossible(
                    at(index, "/amount"), "must be in " + terms.currency().getCurrencyCode(), amount.toString());
        }
        if (!amount.isPositive() || amount.amount().precision() > MOST_DIGITS) {
            throw new TermsNotPossible(
                    at(index, "/amount"), "must be more than zero and less than 10^18 minor units", amount.toString());
        }
    }

    private void notBeforeStart(int index, LocalDate date) {
        if (date.isBefore(terms.start())) {
            throw new TermsNotPossible(
                    at(index, "/date"), "must not be before the first disbursement " + terms.start(), date.toString());
        }
    }

    private void known(int index, String of) {
        if (!ids.contains(of)) {
            throw new TermsNotPossible(at(index, "/of"), "must be the id of a fact before it", of);
        }
    }

    private static String at(int index, String field) {
        return "facts/" + index + field;
    }
}
