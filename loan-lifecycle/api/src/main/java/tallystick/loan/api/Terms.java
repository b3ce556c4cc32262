package tallystick.loan.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/**
 * What was agreed: everything the engine needs to compute the schedule. Its JSON is that of {@code POST /quotes}. What
 * is absent has the engine's default; the engine checks the whole and names the field that breaks a rule.
 *
 * @param dayCount as people write it, such as {@code ACT/365}
 * @param every the step between due dates as an ISO period, such as {@code P1M}, or {@code HALF_MONTH}
 * @param firstDueDate absent when {@code dueDates} are given
 * @param dueDates every due date, where they follow no step
 * @param engine the version of the arithmetic; absent means the newest, and is fixed when the loan is booked
 * @param dates which days of the month, and what becomes of those that are no business days
 * @param floating the index the rate follows from its first reset on; {@code annualRate} holds until then
 * @param installment of {@code FIXED_INSTALLMENT}
 * @param principals of {@code CUSTOM}, one for each row
 * @param negativeAmortization whether interest that a row does not pay becomes principal; absent means no
 * @param lateFee absent where none is charged
 */
public record Terms(
        Money principal,
        Rate annualRate,
        Method method,
        Amortization amortization,
        InterestPeriod interestPeriod,
        String dayCount,
        String every,
        int count,
        @Nullable LocalDate firstDueDate,
        @Nullable List<LocalDate> dueDates,
        @Nullable Convention convention,
        List<Disbursement> disbursements,
        @Nullable Rounding rounding,
        @Nullable List<Fee> fees,
        @Nullable DownPayment downPayment,
        @Nullable Grace grace,
        @Nullable Penalty penalty,
        @Nullable String engine,
        @Nullable Dates dates,
        @Nullable Floating floating,
        @Nullable List<Tax> taxes,
        @Nullable Money installment,
        @Nullable List<Money> principals,
        @Nullable EarlySettlement earlySettlement,
        @Nullable Boolean negativeAmortization,
        @Nullable LateFee lateFee) {

    /** Terms without the parts that few loans have. */
    public Terms(
            Money principal,
            Rate annualRate,
            Method method,
            Amortization amortization,
            InterestPeriod interestPeriod,
            String dayCount,
            String every,
            int count,
            @Nullable LocalDate firstDueDate,
            @Nullable List<LocalDate> dueDates,
            @Nullable Convention convention,
            List<Disbursement> disbursements,
            @Nullable Rounding rounding,
            @Nullable List<Fee> fees,
            @Nullable DownPayment downPayment,
            @Nullable Grace grace,
            @Nullable Penalty penalty,
            @Nullable String engine) {
        this(
                principal,
                annualRate,
                method,
                amortization,
                interestPeriod,
                dayCount,
                every,
                count,
                firstDueDate,
                dueDates,
                convention,
                disbursements,
                rounding,
                fees,
                downPayment,
                grace,
                penalty,
                engine,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Whether interest follows the balance that is left or the amount first lent. */
    public enum Method {
        DECLINING,
        FLAT
    }

    /** How the principal comes back. */
    public enum Amortization {
        EQUAL_INSTALLMENTS,
        EQUAL_PRINCIPAL,
        INTEREST_ONLY,
        BULLET,
        FIXED_INSTALLMENT,
        CUSTOM
    }

    /** Whether interest counts days or whole periods. */
    public enum InterestPeriod {
        DAILY,
        PER_PERIOD
    }

    /** Whose arithmetic: ours, or that of a system a portfolio comes from, to the cent. */
    public enum Convention {
        STANDARD,
        FINERACT_CUMULATIVE,
        FINERACT_PROGRESSIVE,
        FINERACT_PROGRESSIVE_2025
    }

    /** One payout to the customer or a payee. */
    public record Disbursement(LocalDate date, Money amount) {}

    /** @param mode {@code HALF_EVEN} or {@code HALF_UP} */
    public record Rounding(@Nullable String mode, @Nullable BigDecimal installmentMultiple) {}

    /**
     * A fee of the contract: an amount or a fraction of the principal, kept back {@code AT_PAYOUT}, {@code FINANCED},
     * paid apart as {@code PAID_AT_PAYOUT}, or charged {@code PER_INSTALLMENT}.
     */
    public record Fee(
            String name,
            String when,
            @Nullable Money amount,
            @Nullable BigDecimal fraction) {}

    /** @param percent in percent, such as {@code 25} */
    public record DownPayment(BigDecimal percent) {}

    /** Numbers of rows without principal, with interest moved behind, and without interest. */
    public record Grace(
            @Nullable Integer principal,
            @Nullable Integer interest,
            @Nullable Integer interestFree) {}

    /**
     * Penalty interest: a yearly rate on {@code OVERDUE_PRINCIPAL} or {@code OVERDUE_INSTALLMENT} after some days.
     *
     * @param annualRate absent where {@code lateRate} says how it follows from the contract's
     * @param compounding how often unpaid penalty interest starts to bear some, such as {@code P1M}; absent for never
     */
    public record Penalty(
            @Nullable Rate annualRate,
            String on,
            int graceDays,
            @Nullable String compounding,
            @Nullable LateRate lateRate) {
        public Penalty(Rate annualRate, String on, int graceDays) {
            this(annualRate, on, graceDays, null, null);
        }
    }

    /**
     * A late rate that is a multiple of the contract's first rate or lies a margin above it, within bounds.
     *
     * @param multiple such as {@code 1.5}; absent where there is a margin
     */
    public record LateRate(
            @Nullable BigDecimal multiple,
            @Nullable Rate margin,
            @Nullable Rate lowest,
            @Nullable Rate highest) {}

    /**
     * A fee for a row that is not paid when its days of grace are over: an amount, or a fraction of what is left to pay of the
     * row then. Once a row, and never for want of an earlier late fee.
     *
     * @param perRow the most for one row; absent for no bound
     * @param perLoan the most in all; absent for no bound
     */
    public record LateFee(
            @Nullable Money amount,
            @Nullable BigDecimal fraction,
            int graceDays,
            @Nullable Money perRow,
            @Nullable Money perLoan) {
        /** More days than this are no grace. */
        public static final int LONGEST_GRACE = 365;
    }

    /**
     * Days of the month on which rows fall due.
     *
     * @param day of every month, from 1 to 28
     * @param firstPeriod with a day: {@code LONG} (the default) or {@code SHORT}
     * @param endOfMonth whether rows fall due on the last day of their month
     * @param rule {@code FOLLOWING}, {@code MODIFIED_FOLLOWING}, {@code PRECEDING} or {@code MODIFIED_PRECEDING}
     * @param calendar a holiday table with its version, such as {@code CN-1}
     */
    public record Dates(
            @Nullable Integer day,
            @Nullable String firstPeriod,
            @Nullable Boolean endOfMonth,
            @Nullable String rule,
            @Nullable String calendar) {}

    /** A rate that follows an index: index and spread, within cap and floor. */
    public record Floating(
            String index,
            Rate spread,
            @Nullable Rate cap,
            @Nullable Rate floor,
            List<Fixing> fixings) {
        /** What the index was on a reset date. */
        public record Fixing(LocalDate reset, Rate index) {}
    }

    /**
     * A tax: a fraction of {@code INTEREST} or {@code FEES}.
     *
     * @param included whether the price holds it already; absent means that it comes on top, paid with the fees of the row
     */
    public record Tax(
            String name,
            BigDecimal fraction,
            String on,
            @Nullable Boolean included) {}

    /**
     * What flat interest is not charged when the loan ends before its time.
     *
     * @param rebate {@code ACTUARIAL} (the default), {@code LINEAR} or {@code SUM_OF_DIGITS}
     */
    public record EarlySettlement(String rebate) {}
}
