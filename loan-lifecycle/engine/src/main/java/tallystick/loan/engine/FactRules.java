package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tallystick.kernel.Money;

/** What facts of a loan must be. */
final class FactRules {
    private final LoanTerms terms;
    private final Set<String> ids = new HashSet<>();

    private FactRules(LoanTerms terms) {
        this.terms = terms;
    }

    static void check(LoanTerms terms, List<Fact> facts) {
        var rules = new FactRules(terms);
        for (var i = 0; i < facts.size(); i++) {
            rules.check("facts/" + i, facts.get(i));
        }
    }

    private void check(String field, Fact fact) {
        switch (fact) {
            case Fact.Prepayment prepayment -> {
                payment(field, prepayment);
                replannable(field, prepayment.date());
            }
            case Fact.Payment payment -> payment(field, payment);
            case Fact.CreditRefund refund -> amount(field, refund.amount());
            case Fact.Restructure restructure -> replannable(field, restructure.date());
            case Fact.Charge charge -> amount(field, charge.amount());
            case Fact.Reversal reversal -> known(field, reversal.of());
            case Fact.ChargeOff chargeOff -> notBeforeStart(field, chargeOff.date());
            case Fact.WriteOff writeOff -> notBeforeStart(field, writeOff.date());
        }
        if (!ids.add(fact.id())) {
            throw new TermsNotPossible(field + "/id", "must not be the id of another fact", fact.id());
        }
    }

    private void payment(String field, Fact.Payment payment) {
        amount(field, payment.amount());
        notBeforeStart(field, payment.date());
    }

    /** What is to come can be planned anew where interest follows the balance and all is paid out. */
    private void replannable(String field, LocalDate date) {
        if (terms.convention() != Convention.STANDARD || terms.method() == Method.FLAT) {
            throw new TermsNotPossible(
                    field + "/type",
                    "must be of a loan with the convention STANDARD and the method DECLINING",
                    "one with %s and %s".formatted(terms.convention(), terms.method()));
        }
        var last = terms.disbursements().getLast().date();
        if (date.isBefore(last)) {
            throw new TermsNotPossible(
                    field + "/date", "must not be before the last disbursement " + last, date.toString());
        }
    }

    private void amount(String field, Money amount) {
        if (!amount.currency().equals(terms.currency())) {
            throw new TermsNotPossible(
                    field + "/amount", "must be in " + terms.currency().getCurrencyCode(), amount.toString());
        }
        if (!amount.isPositive() || amount.minorUnits().bitLength() > 60) {
            throw new TermsNotPossible(
                    field + "/amount", "must be more than zero and at most 10^18 minor units", amount.toString());
        }
    }

    private void notBeforeStart(String field, LocalDate date) {
        if (date.isBefore(terms.start())) {
            throw new TermsNotPossible(
                    field + "/date", "must not be before the first disbursement " + terms.start(), date.toString());
        }
    }

    private void known(String field, String of) {
        if (!ids.contains(of)) {
            throw new TermsNotPossible(field + "/of", "must be the id of a fact before it", of);
        }
    }
}
