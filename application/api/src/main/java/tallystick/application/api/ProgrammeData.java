package tallystick.application.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;

/**
 * A bank's programme: what it takes, at what rate. Its JSON is that of {@code /banks/{bank}/programmes}; amounts are in
 * the currency of its product.
 *
 * @param id its name, such as {@code sandbox-cash}
 * @param product the name of the product it serves
 * @param hours when its bank takes applications, in the time of its market, such as {@code 09:00-17:00}; null is always
 * @param share of each loan that its bank lends
 * @param requires fields it wants beyond those of the product, such as {@code applicant.employer}; null is none
 * @param partners who lend the rest of each loan; null where its bank lends alone
 * @param capital the tier-one capital of its bank, which the law may measure against; null where nobody has stated it
 * @param standby who lends the share of a partner that does not pay it; null is nobody
 */
public record ProgrammeData(
        String id,
        String product,
        ProductData.Amounts amount,
        ProductData.Counts count,
        Rate annualRate,
        List<String> regions,
        @Nullable String hours,
        @Nullable Quota quota,
        BigDecimal share,
        String fundingLine,
        @Nullable List<String> requires,
        @Nullable List<Partner> partners,
        @Nullable BigDecimal capital,
        @Nullable Standby standby) {
    /** As a partner: we lend ourselves, and the programme's bank pays it out with its own share. */
    public static final String OWN = "own";

    /**
     * A bank that lends its share of each loan, out of a line of its own, at the same rate.
     *
     * @param capital its tier-one capital, which the law may measure against; null where nobody has stated it
     */
    public record Partner(
            String bank,
            BigDecimal share,
            String fundingLine,
            @Nullable BigDecimal capital) {}

    /** A bank that may be asked, out of which line it would lend, and its capital as of a partner. */
    public record Standby(
            String bank, String fundingLine, @Nullable BigDecimal capital) {}

    /** How many applications it takes. */
    public record Quota(@Nullable Integer daily, @Nullable Integer monthly) {}
}
