package tallystick.application.products;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProductData;
import tallystick.application.api.ProductData.Fee;
import tallystick.application.market.Market;
import tallystick.kernel.Jurisdiction;
import tallystick.loan.api.Terms;
import tallystick.runtime.web.ValueNotAllowed;

/** Says everything that is wrong with a product's data at once, before anybody proposes it, and which law says so. */
final class ProductCheck {
    private static final Set<String> DAY_COUNTS =
            Set.of("30/360", "30E/360", "ACT/360", "ACT/365", "ACT/365L", "ACT/ACT", "MONTHS_PLUS_DAYS/360");
    private static final Set<String> PAID = Set.of("PENALTY", "FEE", "INTEREST", "PRINCIPAL");

    private final Complaints complaints = new Complaints();
    private final ProductData data;

    private ProductCheck(ProductData data) {
        this.data = data;
    }

    /** @throws ValueNotAllowed naming every place */
    static void run(ProductData data, Instant at) {
        var check = new ProductCheck(data);
        check.names();
        check.limits();
        check.terms();
        check.money();
        check.asks();
        Jurisdiction.of(data.jurisdiction()).ifPresent(where -> check.law(where, where.dateAt(at)));
        check.complaints.raise();
    }

    private void names() {
        complaints.must(
                data.id().matches("[a-z][a-z0-9-]{1,39}"),
                "/id",
                "2 to 40 lower-case letters, digits and dashes",
                data.id());
        complaints.must(!data.name().isBlank(), "/name", "a name", "blanks");
        complaints.must(
                Jurisdiction.of(data.jurisdiction()).isPresent(),
                "/jurisdiction",
                "one of CN, IE",
                data.jurisdiction());
        complaints.must(isCurrency(data.currency()), "/currency", "an ISO 4217 currency such as CNY", data.currency());
    }

    private void limits() {
        var amount = data.amount();
        complaints.above("/amount/min", amount.min(), BigDecimal.ZERO);
        complaints.atLeast("/amount/max", amount.max(), amount.min());
        var count = data.count();
        complaints.must(count.min() >= 1, "/count/min", "at least 1", "" + count.min());
        complaints.must(
                count.max() >= count.min() && count.max() <= 480,
                "/count/max",
                "from %d to 480".formatted(count.min()),
                "" + count.max());
        var rates = data.pricing().annualRate();
        complaints.atLeast("/pricing/annualRate/min", rates.min().perYear(), BigDecimal.ZERO);
        complaints.atLeast(
                "/pricing/annualRate/max", rates.max().perYear(), rates.min().perYear());
    }

    private void terms() {
        complaints.oneOf("/method", data.method(), Set.of("DECLINING", "FLAT"));
        complaints.oneOf(
                "/amortization",
                data.amortization(),
                Set.of("EQUAL_INSTALLMENTS", "EQUAL_PRINCIPAL", "INTEREST_ONLY", "BULLET"));
        complaints.oneOf("/interestPeriod", data.interestPeriod(), Set.of("DAILY", "PER_PERIOD"));
        complaints.oneOf("/dayCount", data.dayCount(), DAY_COUNTS);
        complaints.must(data.every().matches("P[1-9][0-9]{0,2}[DWMY]"), "/every", "a step such as P1M", data.every());
        var allocation = data.allocation();
        var named = List.of(allocation.order().split("_", -1));
        complaints.must(
                named.size() == PAID.size() && Set.copyOf(named).equals(PAID),
                "/allocation/order",
                "PENALTY, FEE, INTEREST and PRINCIPAL in some order, joined by _",
                allocation.order());
        complaints.oneOf("/allocation/across", allocation.across(), Set.of("ROWS", "COMPONENTS"));
        complaints.oneOf(
                "/allocation/future", allocation.future(), Set.of("NEXT_ROW", "LAST_ROW", "REAMORTIZE", "CREDIT"));
    }

    private void money() {
        for (var n = 0; n < data.fees().size(); n++) {
            fee("/fees/" + n, data.fees().get(n));
        }
        var penalty = data.penalty();
        if (penalty != null) {
            complaints.oneOf("/penalty/on", penalty.on(), Set.of("OVERDUE_PRINCIPAL", "OVERDUE_INSTALLMENT"));
            complaints.must(penalty.graceDays() >= 0, "/penalty/graceDays", "zero or more", "" + penalty.graceDays());
            complaints.atLeast("/penalty/annualRate", penalty.annualRate().perYear(), BigDecimal.ZERO);
        }
        if (data.lateFee() != null) {
            lateFee(data.lateFee());
        }
    }

    private void lateFee(ProductData.LateFee fee) {
        var part = fee.fraction();
        complaints.must(
                (fee.amount() == null) != (part == null), "/lateFee", "an amount or a fraction", "both or none");
        complaints.must(
                part == null || (part.signum() > 0 && part.compareTo(BigDecimal.ONE) <= 0),
                "/lateFee/fraction",
                "above 0 and at most 1",
                "" + part);
        complaints.must(
                fee.graceDays() >= 0 && fee.graceDays() <= Terms.LateFee.LONGEST_GRACE,
                "/lateFee/graceDays",
                "from 0 to " + Terms.LateFee.LONGEST_GRACE,
                "" + fee.graceDays());
        money("/lateFee/amount", fee.amount());
        money("/lateFee/perRow", fee.perRow());
        money("/lateFee/perLoan", fee.perLoan());
    }

    private void money(String at, @Nullable BigDecimal amount) {
        complaints.must(
                amount == null
                        || (amount.signum() > 0 && amount.stripTrailingZeros().scale() <= decimals()),
                at,
                "above 0, in whole minor units",
                "" + amount);
    }

    private int decimals() {
        return isCurrency(data.currency())
                ? Currency.getInstance(data.currency()).getDefaultFractionDigits()
                : 0;
    }

    /** Quotes know fees at payout too; until an order to the bank keeps them back, no loan may promise it. */
    private void fee(String at, Fee fee) {
        complaints.oneOf(at + "/when", fee.when(), Set.of("PER_INSTALLMENT"));
        complaints.must(
                (fee.amount() == null) != (fee.fraction() == null), at, "an amount or a fraction", "both or none");
        var size = fee.amount() == null ? fee.fraction() : fee.amount();
        complaints.must(size == null || size.signum() >= 0, at, "zero or more", "less");
    }

    private void asks() {
        complaints.must(isLong(data.offerValidFor()), "/offerValidFor", "a duration such as P7D", data.offerValidFor());
        var facts = data.factsValidFor();
        complaints.must(facts == null || isLong(facts), "/factsValidFor", "a duration such as P30D", "" + facts);
        complaints.must(data.coolingOffDays() >= 0, "/coolingOffDays", "zero or more", "" + data.coolingOffDays());
        words(
                "/required/fields",
                data.required().fields(),
                "[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*)?",
                "applicant.nationalId");
        words("/required/documents", data.required().documents(), "[A-Z][A-Z_]{1,31}", "ID_CARD");
        words("/conditions", data.conditions(), "[A-Z][A-Z_]{1,31}", "CHARGE_REGISTERED");
        var collateral = data.collateral();
        if (collateral != null) {
            complaints.oneOf("/collateral/kind", collateral.kind(), Set.of("VEHICLE"));
            complaints.above("/collateral/maxLoanToValue", collateral.maxLoanToValue(), BigDecimal.ZERO);
        }
    }

    private void words(String at, @Nullable List<String> words, String form, String such) {
        var known = new TreeSet<String>();
        for (var word : Objects.requireNonNullElse(words, List.<String>of())) {
            complaints.must(word.matches(form) && known.add(word), at, "different names such as " + such, "another");
        }
    }

    private void law(Jurisdiction where, LocalDate on) {
        var law = Market.of(where).law();
        law.figure("max-annual-rate", on).ifPresent(figure -> {
            complaints.within(
                    "/pricing/annualRate/max", data.pricing().annualRate().max().perYear(), figure);
            if (data.penalty() != null) {
                complaints.within(
                        "/penalty/annualRate", data.penalty().annualRate().perYear(), figure);
            }
        });
        var collateral = data.collateral();
        if (collateral != null) {
            law.figure("max-loan-to-value-used-car", on)
                    .ifPresent(figure ->
                            complaints.within("/collateral/maxLoanToValue", collateral.maxLoanToValue(), figure));
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency ->
                        currency.getCurrencyCode().equals(code) && currency.getDefaultFractionDigits() >= 0);
    }

    private static boolean isLong(String text) {
        try {
            return Duration.parse(text).isPositive();
        } catch (DateTimeException no) {
            return false;
        }
    }
}
