package tallystick.application.intake;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProductData;
import tallystick.kernel.Money;
import tallystick.loan.api.Terms;
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

    private Terms.Fee fee(ProductData.Fee fee) {
        return new Terms.Fee(fee.name(), fee.when(), money(fee.amount()), fee.fraction());
    }

    private Terms.@Nullable LateFee lateFee(ProductData.@Nullable LateFee fee) {
        return fee == null
                ? null
                : new Terms.LateFee(
                        money(fee.amount()),
                        fee.fraction(),
                        fee.graceDays(),
                        money(fee.perRow()),
                        money(fee.perLoan()));
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
