package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** Terms for tests: those of the contract's example, changed where a test says so. Each change leaves the old ones as they were. */
final class SampleTerms {
    static final AllocationRules RULES = AllocationRules.of(
            AllocationRule.inOrder(Component.PENALTY, Component.FEE, Component.INTEREST, Component.PRINCIPAL));

    private final LoanTerms terms;

    private SampleTerms(LoanTerms terms) {
        this.terms = terms;
    }

    static SampleTerms of(Money principal, String start, String every, int count) {
        var day = LocalDate.parse(start);
        var step = Step.parse(every);
        var dates = DueDates.of(day, null, step, count);
        return new SampleTerms(new TermsDraft(principal, Rate.of("0.12"), day, step, dates).terms());
    }

    static SampleTerms example() {
        return of(Money.of("CNY", "12000.00"), "2026-01-01", "P1M", 3);
    }

    LoanTerms terms() {
        return terms;
    }

    SampleTerms with(Consumer<TermsDraft> change) {
        var draft = TermsDraft.of(terms);
        change.accept(draft);
        return new SampleTerms(draft.terms());
    }

    Money principal() {
        return terms.principal();
    }

    List<LocalDate> dueDates() {
        return terms.dueDates();
    }

    SampleTerms rate(String other) {
        return with(draft -> draft.annualRate(Rate.of(other)));
    }

    SampleTerms method(Method other) {
        return with(draft -> draft.method(other));
    }

    SampleTerms amortization(Amortization other) {
        return with(draft -> draft.amortization(other));
    }

    SampleTerms interestPeriod(InterestPeriod other) {
        return with(draft -> draft.interestPeriod(other));
    }

    SampleTerms dayCount(String other) {
        return with(draft -> draft.dayCount(DayCount.parse(other)));
    }

    SampleTerms dueDates(UnaryOperator<List<LocalDate>> change) {
        return with(draft -> draft.dueDates(change.apply(terms.dueDates())));
    }

    SampleTerms disbursements(List<Disbursement> other) {
        return with(draft -> draft.disbursements(other));
    }

    List<Disbursement> disbursements() {
        return terms.disbursements();
    }

    SampleTerms rounding(RoundingMode mode, long multipleUnits) {
        return with(draft -> draft.rounding(new Rounding(mode, multipleUnits)));
    }

    SampleTerms fees(Fee... other) {
        return with(draft -> draft.fees(List.of(other)));
    }

    SampleTerms downPayment(String percent) {
        return with(draft -> draft.downPayment(new BigDecimal(percent)));
    }

    SampleTerms grace(int principalRows, int interestRows, int freeRows) {
        return with(draft -> draft.grace(new Grace(principalRows, interestRows, freeRows)));
    }

    SampleTerms penalty(String perYear, Penalty.On on, int graceDays) {
        return with(draft -> draft.penalty(new Penalty(Rate.of(perYear), on, graceDays)));
    }
}
