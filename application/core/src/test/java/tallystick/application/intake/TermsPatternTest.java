package tallystick.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tallystick.application.api.ProductData;
import tallystick.kernel.Money;
import tallystick.loan.api.Terms;
import tallystick.runtime.web.json.WebJson;
import tools.jackson.databind.node.ObjectNode;

/** What a product says of amounts is money in the terms of its loans. */
class TermsPatternTest {
    private static ProductData product(String member, String json) throws IOException {
        try (var file =
                Objects.requireNonNull(TermsPatternTest.class.getResourceAsStream("/products/cash-loan.json"))) {
            var product = (ObjectNode) WebJson.get().readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            product.set(member, WebJson.get().readTree(json));
            return WebJson.get().treeToValue(product, ProductData.class);
        }
    }

    private static <T> T read(ProductData product, String member, Class<T> type) {
        var pattern = WebJson.get().readTree(TermsPattern.of(product));
        return WebJson.get().treeToValue(pattern.path(member), type);
    }

    @Test
    void aLateFeeKeepsItsBounds() throws IOException {
        var product = product("lateFee", "{\"fraction\":\"0.05\",\"graceDays\":5,\"perLoan\":\"200\"}");
        assertThat(read(product, "lateFee", Terms.LateFee.class))
                .isEqualTo(new Terms.LateFee(null, new BigDecimal("0.05"), 5, null, Money.of("CNY", "200.00")));
    }

    @Test
    void aFeeOfAnAmountIsInTheProductsCurrency() throws IOException {
        var product = product("fees", "[{\"name\":\"Service\",\"when\":\"PER_INSTALLMENT\",\"amount\":\"9.50\"}]");
        assertThat(read(product, "fees", Terms.Fee[].class))
                .containsExactly(new Terms.Fee("Service", "PER_INSTALLMENT", Money.of("CNY", "9.50"), null));
    }
}
