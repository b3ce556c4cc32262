package tallystick.application.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.application.api.ProductCommand;
import tallystick.application.api.ProductCommand.ApproveVersion;
import tallystick.application.api.ProductCommand.ProposeVersion;
import tallystick.application.api.ProductData;
import tallystick.kernel.Refused;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.json.WebJson;

/** Versions under four eyes, and data that is refused with the reason. */
class ProductTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    private @Nullable Product product;

    private void when(ProductCommand command) {
        Product.decide(command, product).forEach(event -> product = Product.after(product, event));
    }

    private static ProposeVersion shipped() {
        return (ProposeVersion) ShippedProducts.commands(NOW).getFirst();
    }

    private void proposed(String hash, String by) {
        var shipped = shipped();
        when(new ProposeVersion(shipped.target(), shipped.data(), hash, by, NOW));
    }

    private void approved(int version, String hash, String by) {
        when(new ApproveVersion(shipped().target(), version, hash, by, NOW));
    }

    private Product now() {
        return java.util.Objects.requireNonNull(product);
    }

    private List<String> states() {
        return now().versions().stream().map(now()::stateOf).toList();
    }

    @Test
    void aNewerVersionRetiresTheOneBefore() {
        proposed("one", "olga");
        approved(1, "one", "otto");
        proposed("two", "olga");
        assertThat(states()).containsExactly("ACTIVE", "DRAFT");
        approved(2, "two", "otto");
        assertThat(states()).containsExactly("RETIRED", "ACTIVE");
    }

    @Test
    void nobodyApprovesTheirOwnVersion() {
        proposed("one", "olga");
        assertThatThrownBy(() -> approved(1, "one", "olga"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Expected another person than olga, who proposed it; found the same.");
    }

    @Test
    void whatWasNotShownIsNotApproved() {
        proposed("one", "olga");
        assertThatThrownBy(() -> approved(1, "other", "otto"))
                .hasMessageContaining("Expected the hash one of version 1 as it is now; found other.");
    }

    @Test
    void aVersionThatIsNotThereIsNotApproved() {
        proposed("one", "olga");
        assertThatThrownBy(() -> approved(2, "one", "otto"))
                .hasMessageContaining("Expected version 2 of product-cash-loan; found none.");
    }

    @Test
    void theShippedProductsAreRight() {
        assertThat(ShippedProducts.commands(NOW))
                .filteredOn(ProposeVersion.class::isInstance)
                .hasSize(4)
                .allSatisfy(command -> ProductCheck.run(((ProposeVersion) command).data(), NOW));
    }

    private static List<Problem.At> wrong(String was, String is) {
        var json = WebJson.get().writeValueAsString(shipped().data()).replace(was, is);
        var data = WebJson.get().readValue(json, ProductData.class);
        return catchThrowableOfType(ValueNotAllowed.class, () -> ProductCheck.run(data, NOW))
                .errors();
    }

    @Test
    void aRateAboveTheLawNamesTheLaw() {
        assertThat(wrong("\"max\":\"0.24\"", "\"max\":\"0.36\""))
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.pointer()).isEqualTo("/pricing/annualRate/max");
                    assertThat(place.expected()).startsWith("at most 0.24 (Supreme People's Court");
                    assertThat(place.found()).isEqualTo("0.36");
                });
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        assertThat(wrong("\"min\":3,\"max\":36", "\"min\":9,\"max\":6"))
                .extracting(Problem.At::pointer)
                .containsExactly("/count/max");
        assertThat(wrong("PENALTY_FEE_INTEREST_PRINCIPAL", "PENALTY_FEE_FEE_PRINCIPAL"))
                .extracting(Problem.At::pointer)
                .containsExactly("/allocation/order");
        assertThat(wrong(
                        "\"method\":\"DECLINING\",\"amortization\":\"EQUAL",
                        "\"method\":\"RISING\",\"amortization\":\"ODD"))
                .extracting(Problem.At::pointer)
                .containsExactly("/method", "/amortization");
    }

    @Test
    void aLateFeeIsAnAmountOrAFractionWithinBounds() {
        assertThat(wrong("\"lateFee\":null", "\"lateFee\":{\"graceDays\":400}"))
                .extracting(Problem.At::pointer)
                .containsExactly("/lateFee", "/lateFee/graceDays");
        assertThat(wrong(
                        "\"lateFee\":null",
                        "\"lateFee\":{\"fraction\":\"1.01\",\"graceDays\":3,\"perRow\":\"0\",\"perLoan\":\"1.001\"}"))
                .extracting(Problem.At::pointer)
                .containsExactly("/lateFee/fraction", "/lateFee/perRow", "/lateFee/perLoan");
    }
}
