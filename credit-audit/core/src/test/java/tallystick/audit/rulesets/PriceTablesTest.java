package tallystick.audit.rulesets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.audit.api.RuleDeskId;
import tallystick.audit.api.RuleSetEvent;
import tallystick.audit.api.RuleSetEvent.RuleSetDrafted;
import tallystick.audit.api.RuleSetEvent.RuleSetShared;
import tallystick.audit.api.RuleSetEvent.RuleSetShipped;
import tallystick.rules.Languages;
import tallystick.rules.RuleFiles;
import tallystick.rules.RuleKind;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;

/** Which sets may decide beside each other, so that no price is passed over in silence. */
class PriceTablesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    private static final RuleDeskId CREDIT = RuleDeskId.of("credit");
    private static final RuleDeskId PRICING = RuleDeskId.of("pricing");
    private static final RuleFiles PLAIN = RuleFiles.of(Map.of("credit/a.csv", "table,findings,all\n"));
    private static final RuleFiles PRICED = RuleFiles.of(Map.of("credit/p.csv", "table,price,first\n"));

    private final Map<String, RuleDesk> states = new HashMap<>();
    private final PriceTables tables = new PriceTables(
            new Desks(new OfDesks(states), library()), hash -> Optional.of(hash.startsWith("priced") ? PRICED : PLAIN));

    private record OfDesks(Map<String, RuleDesk> desks) implements Things {
        @Override
        public <S> Map<String, Decided<S>> all(Class<S> states, Collection<String> ids) {
            var found = new HashMap<String, Decided<S>>();
            desks.forEach((id, desk) -> {
                if (ids.contains(id)) {
                    found.put(id, new Decided<>(id, 1, Objects.requireNonNull(states.cast(desk))));
                }
            });
            return found;
        }
    }

    /** Never asked: a desk knows its sets by their events. */
    private static Library library() {
        var nowhere = new DriverManagerDataSource();
        return new Library(
                JdbcClient.create(nowhere),
                new TransactionTemplate(new DataSourceTransactionManager(nowhere)),
                Languages.TABLES);
    }

    private void happened(RuleSetEvent event) {
        states.compute(event.desk().value(), (_, before) -> RuleDesk.after(before, event));
    }

    @Test
    void besideALivePricingSetNoCreditSetBringsPrices() {
        happened(new RuleSetShipped(PRICING, "prices", NOW));
        assertThatThrownBy(() -> tables.mustAllow(RuleKind.CREDIT, "priced"))
                .hasMessage(
                        "Expected a credit set without price tables, since a pricing set is live and its prices alone"
                            + " would hold; found some in priced. Send them as a pricing set, and the rest as a credit"
                            + " set.");
        assertThatCode(() -> tables.mustAllow(RuleKind.CREDIT, "plain")).doesNotThrowAnyException();
    }

    @Test
    void withoutALivePricingSetACreditSetNeedsPrices() {
        assertThatThrownBy(() -> tables.mustAllow(RuleKind.CREDIT, "plain"))
                .hasMessage(
                        "Expected a live pricing set, since credit set plain has no prices; found none. Have a pricing"
                                + " set approved and make it live first.");
        assertThatCode(() -> tables.mustAllow(RuleKind.CREDIT, "priced")).doesNotThrowAnyException();
    }

    @Test
    void aChallengerWithPricesStandsAgainstAPricingSet() {
        happened(new RuleSetShipped(CREDIT, "plain", NOW));
        happened(new RuleSetDrafted(CREDIT, "priced-2", "plain", "dearer", "ann", NOW));
        assertThat(tables.challenger()).isEmpty();
        happened(new RuleSetShared(CREDIT, "priced-2", 500, "bob", NOW));
        assertThat(tables.challenger()).contains("priced-2");
        assertThatThrownBy(() -> tables.mustAllow(RuleKind.PRICING, "prices"))
                .hasMessage(
                        "Expected no credit set with price tables to decide a share of the cases; priced-2 does, and"
                                + " with prices live its prices would no longer hold. Take its share back first.");
        assertThatCode(() -> tables.mustAllow(RuleKind.ROUTING, "routes")).doesNotThrowAnyException();
    }
}
