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
 * @param every the step between due dates as an ISO period, such as {@code P1M}
 * @param firstDueDate absent when {@code dueDates} are given
 * @param dueDates every due date, where they follow no step
 * @param engine the version of the arithmetic; absent means the newest, and is fixed when the loan is booked
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
        @Nullable String engine) {

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
        BULLET
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

    /** A fee of the contract: an amount or a fraction of the principal, charged {@code AT_PAYOUT} or {@code PER_INSTALLMENT}. */
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

    /** Penalty interest: a yearly rate on {@code OVERDUE_PRINCIPAL} or {@code OVERDUE_INSTALLMENT} after some days. */
    public record Penalty(Rate annualRate, String on, int graceDays) {}
}
