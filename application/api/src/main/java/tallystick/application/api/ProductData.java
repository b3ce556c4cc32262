package tallystick.application.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;

/**
 * A product as it is written down and changed under four eyes. Its JSON is that of {@code /products}. Amounts inside are
 * of its currency.
 *
 * @param id its name, such as {@code cash-loan}
 * @param every the step between due dates, such as {@code P1M}
 * @param offerValidFor such as {@code P7D}
 * @param collateral what secures the loan; null when nothing does
 * @param factsValidFor how old what a decision was based on may become before it is decided again, such as {@code P30D};
 *     null when it never does
 * @param conditions what must be met before the payout, such as {@code CHARGE_REGISTERED}; null is none
 * @param lateFee what a late row costs beside penalty interest; null is nothing
 */
public record ProductData(
        String id,
        String name,
        String jurisdiction,
        String currency,
        Amounts amount,
        Counts count,
        String every,
        Pricing pricing,
        String method,
        String amortization,
        String interestPeriod,
        String dayCount,
        List<Fee> fees,
        @Nullable Penalty penalty,
        Order allocation,
        @Nullable EarlySettlement earlySettlement,
        Required required,
        String offerValidFor,
        int coolingOffDays,
        @Nullable Collateral collateral,
        @Nullable String factsValidFor,
        @Nullable List<String> conditions,
        @Nullable LateFee lateFee) {
    /**
     * What secures the loan.
     *
     * @param kind such as {@code VEHICLE}
     * @param maxLoanToValue the amount over the lower of price and valuation, at most
     */
    public record Collateral(String kind, BigDecimal maxLoanToValue) {}

    /** From and to, both included. */
    public record Amounts(BigDecimal min, BigDecimal max) {
        public boolean contains(BigDecimal amount) {
            return amount.compareTo(min) >= 0 && amount.compareTo(max) <= 0;
        }
    }

    /** From and to, both included. */
    public record Counts(int min, int max) {
        public boolean contains(int count) {
            return count >= min && count <= max;
        }
    }

    /** From and to, both included. */
    public record Rates(Rate min, Rate max) {}

    /** What it may cost. */
    public record Pricing(Rates annualRate) {}

    /** A fee of the contract. */
    public record Fee(
            String name,
            String when,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal fraction) {}

    /** Penalty interest on what is overdue. */
    public record Penalty(Rate annualRate, String on, int graceDays) {}

    /**
     * A fee for a row that is not paid when its days of grace are over, once a row: an amount, or a fraction of what is left
     * to pay of the row.
     *
     * @param perRow the most for one row; null for no bound
     * @param perLoan the most in all; null for no bound
     */
    public record LateFee(
            @Nullable BigDecimal amount,
            @Nullable BigDecimal fraction,
            int graceDays,
            @Nullable BigDecimal perRow,
            @Nullable BigDecimal perLoan) {}

    /** What money pays first. */
    public record Order(String order, String across, String future) {}

    /** How unearned interest comes back when the loan ends early. */
    public record EarlySettlement(String rebate) {}

    /** What must be there before the application is handed in. */
    public record Required(List<String> fields, List<String> documents) {}
}
