package tallystick.application.intake;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProductData;
import tallystick.kernel.Money;
import tallystick.runtime.web.json.WebJson;

/** The terms of a loan as far as its product says them, as JSON; amounts get the product's currency. */
final class TermsPattern {
    private final ProductData product;
    private final Currency currency;

    private TermsPattern(ProductData product) {
        this.product = product;
        currency = Currency.getInstance(product.currency());
    }

    static String of(ProductData product) {
        return WebJson.get().writeValueAsString(new TermsPattern(product).members());
    }

    private Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("method", product.method());
        members.put("amortization", product.amortization());
        members.put("interestPeriod", product.interestPeriod());
        members.put("dayCount", product.dayCount());
        members.put("every", product.every());
        members.put("convention", "STANDARD");
        members.put("rounding", Map.of("mode", "HALF_EVEN"));
        members.put("fees", product.fees().stream().map(this::fee).toList());
        put("penalty", product.penalty(), members);
        put("lateFee", lateFee(product.lateFee()), members);
        put("earlySettlement", product.earlySettlement(), members);
        return members;
    }

    private Map<String, Object> fee(ProductData.Fee fee) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", fee.name());
        members.put("when", fee.when());
        put("amount", money(fee.amount()), members);
        put("fraction", fee.fraction(), members);
        return members;
    }

    private @Nullable Map<String, Object> lateFee(ProductData.@Nullable LateFee fee) {
        if (fee == null) {
            return null;
        }
        var members = new LinkedHashMap<String, Object>();
        put("amount", money(fee.amount()), members);
        put("fraction", fee.fraction(), members);
        members.put("graceDays", fee.graceDays());
        put("perRow", money(fee.perRow()), members);
        put("perLoan", money(fee.perLoan()), members);
        return members;
    }

    private @Nullable Money money(@Nullable BigDecimal amount) {
        return amount == null ? null : new Money(currency, amount);
    }

    private static void put(String name, @Nullable Object value, Map<String, Object> members) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
