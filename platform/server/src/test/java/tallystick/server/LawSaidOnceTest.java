package tallystick.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tallystick.application.market.Market;
import tallystick.kernel.Jurisdiction;
import tallystick.kernel.Rate;
import tallystick.loan.engine.cost.CostCaps;
import tallystick.rules.Csv;
import tallystick.rules.RuleFiles;

/** What the law says of the highest rate stands where products are checked, where loans are quoted and in the policy: they agree. */
class LawSaidOnceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);

    @Test
    void quotesKnowTheCapThatProductsAreHeldTo() {
        var cap = CostCaps.of("CN-FINANCIAL").orElseThrow();
        var figure = Market.of(Jurisdiction.CN)
                .law()
                .figure("max-annual-rate", TODAY)
                .orElseThrow();
        assertThat(cap.limit(Rate.ZERO).perYear()).isEqualByComparingTo(figure.value());
        assertThat(cap.validFrom()).isEqualTo(figure.from());
    }

    @Test
    void thePolicyPricesNothingAboveIt() {
        var bounds = Objects.requireNonNull(
                RuleFiles.fromClassPath("policies").files().get("pricing/bounds.csv"));
        bounds.lines().skip(2).map(Csv::cells).forEach(row -> {
            var law = Market.of(Jurisdiction.named(row.get(2))).law();
            var most = law.figure("max-annual-rate", TODAY).orElseThrow().value();
            assertThat(new BigDecimal(row.get(1))).as("ceiling of %s", row).isLessThanOrEqualTo(most);
        });
    }
}
