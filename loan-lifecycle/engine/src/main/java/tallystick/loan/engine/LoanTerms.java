package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * What the engine computes with, checked as a whole: whoever holds one has terms that lead to a schedule.
 *
 * @param annualRate nominal, as a fraction
 * @param due the due dates, in order, each after the one before and after the first payout
 * @param disbursements in order of their dates
 */
public record LoanTerms(
        Currency currency,
        BigDecimal annualRate,
        Amortization amortization,
        Interest interest,
        DayCount dayCount,
        List<LocalDate> due,
        List<Disbursement> disbursements,
        RoundingMode rounding) {
    /** More rows than any loan of people has. */
    public static final int MOST_ROWS = 1_200;

    /** How the principal comes back. */
    public enum Amortization {
        EQUAL_INSTALLMENTS,
        EQUAL_PRINCIPAL,
        INTEREST_ONLY,
        BULLET
    }

    /** What interest is charged on, and for what time. */
    public enum Interest {
        /** On the balance that is left, for the days that passed. */
        DECLINING_DAILY,
        /** On the balance that is left, the same part of the year for every whole period. */
        DECLINING_PER_PERIOD,
        /** On what was paid out, the same every period. */
        FLAT
    }

    public LoanTerms {
        due = List.copyOf(due);
        disbursements = disbursements.stream()
                .sorted(Comparator.comparing(Disbursement::date))
                .toList();
        new TermsCheck(annualRate, due, disbursements).run();
    }

    /** Everything that is paid out. */
    public BigDecimal principal() {
        return disbursements.stream().map(Disbursement::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public LocalDate start() {
        return disbursements.getFirst().date();
    }

    /** To the currency's decimals, as the terms say. */
    BigDecimal rounded(BigDecimal exact) {
        return exact.setScale(currency.getDefaultFractionDigits(), rounding);
    }

    BigDecimal zero() {
        return BigDecimal.ZERO.setScale(currency.getDefaultFractionDigits());
    }

    /** As a change of the payout date makes them; due dates stay as agreed. */
    public LoanTerms disbursedOn(List<Disbursement> actual) {
        return new LoanTerms(currency, annualRate, amortization, interest, dayCount, due, actual, rounding);
    }
}
