package tallystick.loan.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;

/**
 * What terms lead to: the rows, their sums and the yields by name. Stored with an offer, so that what the customer
 * accepted can be shown as it was.
 *
 * @param totals the sums over all rows that are to be paid
 * @param taxes what each tax of the terms comes to, in their order
 * @param caps whether the terms hold the caps that were asked about
 */
public record Quote(
        String currency,
        List<ScheduleRow> rows,
        Amounts totals,
        Yields yields,
        String engine,
        List<TaxTotal> taxes,
        List<CapTest> caps) {
    public Quote {
        rows = List.copyOf(rows);
        taxes = List.copyOf(taxes);
        caps = List.copyOf(caps);
    }

    /**
     * A cap on what credit may cost.
     *
     * @param limit a yearly rate
     * @param source the law or ruling it comes from
     */
    public record CapTest(String id, Rate limit, boolean holds, String source) {}

    /** One tax, on top of what rows charge or included in it. */
    public record TaxTotal(String name, BigDecimal amount, boolean included) {}

    /** Fractions of a year, six decimals; null where there is no solution. */
    public record Yields(
            @Nullable BigDecimal irrPeriodic,
            @Nullable BigDecimal irrNominal,
            @Nullable BigDecimal effectiveAnnual,
            @Nullable BigDecimal aprUs,
            @Nullable BigDecimal aprcEu,
            @Nullable BigDecimal aprcEuEqualMonths,
            @Nullable BigDecimal allInCost) {}
}
