package tallystick.application.products;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import tallystick.application.api.ProductData;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;

/** Says everything that is wrong with a product's data at once, before anybody proposes it. */
final class ProductCheck {
    private static final Set<String> JURISDICTIONS = Set.of("CN", "IE");
    private static final Set<String> METHODS = Set.of("DECLINING", "FLAT");
    private static final Set<String> AMORTIZATIONS =
            Set.of("EQUAL_INSTALLMENTS", "EQUAL_PRINCIPAL", "INTEREST_ONLY", "BULLET");

    private final List<Problem.At> errors = new ArrayList<>();

    static void run(ProductData data) {
        var check = new ProductCheck();
        check.of(data);
        if (!check.errors.isEmpty()) {
            throw ValueNotAllowed.of(check.errors);
        }
    }

    private void of(ProductData data) {
        must(
                data.id().matches("[a-z][a-z0-9-]{1,39}"),
                "/id",
                "2 to 40 lower-case letters, digits and dashes",
                data.id());
        must(!data.name().isBlank(), "/name", "a name", "blanks");
        must(JURISDICTIONS.contains(data.jurisdiction()), "/jurisdiction", "one of CN, IE", data.jurisdiction());
        must(isCurrency(data.currency()), "/currency", "an ISO 4217 currency such as CNY", data.currency());
        must(
                data.amount().min().signum() > 0,
                "/amount/min",
                "above zero",
                data.amount().min().toPlainString());
        must(
                data.amount().max().compareTo(data.amount().min()) >= 0,
                "/amount/max",
                "at least " + data.amount().min().toPlainString(),
                data.amount().max().toPlainString());
        must(
                data.count().min() >= 1,
                "/count/min",
                "at least 1",
                "" + data.count().min());
        must(
                data.count().max() >= data.count().min() && data.count().max() <= 480,
                "/count/max",
                "from %d to 480".formatted(data.count().min()),
                "" + data.count().max());
        var rates = data.pricing().annualRate();
        must(
                rates.min().perYear().signum() >= 0,
                "/pricing/annualRate/min",
                "zero or more",
                rates.min().perYear().toPlainString());
        must(
                rates.max().compareTo(rates.min()) >= 0,
                "/pricing/annualRate/max",
                "at least the minimum",
                rates.max().perYear().toPlainString());
        must(METHODS.contains(data.method()), "/method", "one of DECLINING, FLAT", data.method());
        must(
                AMORTIZATIONS.contains(data.amortization()),
                "/amortization",
                "one of " + AMORTIZATIONS.stream().sorted().toList(),
                data.amortization());
        must(data.every().matches("P[1-9][0-9]{0,2}[DWMY]"), "/every", "a step such as P1M", data.every());
        must(isDuration(data.offerValidFor()), "/offerValidFor", "a duration such as P7D", data.offerValidFor());
        must(data.coolingOffDays() >= 0, "/coolingOffDays", "zero or more", "" + data.coolingOffDays());
    }

    private void must(boolean holds, String pointer, String expected, String found) {
        if (!holds) {
            errors.add(new Problem.At(pointer, "not-allowed", expected, found));
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency ->
                        currency.getCurrencyCode().equals(code) && currency.getDefaultFractionDigits() >= 0);
    }

    private static boolean isDuration(String text) {
        try {
            return Duration.parse(text).isPositive();
        } catch (DateTimeParseException no) {
            return false;
        }
    }
}
