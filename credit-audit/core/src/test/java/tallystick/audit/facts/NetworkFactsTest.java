package tallystick.audit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tallystick.application.api.NetworkOf;
import tallystick.application.api.PartyEvent.Flag;
import tallystick.audit.api.Asked;
import tallystick.audit.api.AuditEvent.AuditOpened;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Query;
import tallystick.kernel.Sealed;
import tallystick.rules.FactSheet;
import tallystick.rules.RuleFiles;
import tallystick.rules.RuleFinding;
import tallystick.rules.RuleSet;
import tallystick.runtime.queries.Queries;

/** What becomes of a network as the other context tells it. */
class NetworkFactsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");

    /** The table that shipped before anybody gave its facts. */
    private static final RuleFiles FORMER =
            RuleFiles.of(Map.of("facts.csv", """
                name,type,description
                gap.network,word,Why the party network gave nothing
                network.linkedAmount7d,number,Sum asked for in 7 days
                """, "credit/network.csv", """
                table,findings,all,gap.network missing yes
                code,severity,rank,bureau,text,network.linkedAmount7d >,missing
                OWN-SPLIT,REFER,32,no,Applications that belong together have to be looked at together,150000,
                OWN-SPLIT,REFER,32,no,Applications that belong together could not be found,,network.linkedAmount7d
                """, "credit/gaps.csv", """
                table,findings,all
                code,severity,rank,bureau,text,gap.network known
                NET-GAP,INFO,92,no,Decided without a look at connected parties,yes
                """));

    private static Map<String, String> facts(String others, Flag... flags) {
        var answer = new NetworkOf.Answer(Set.of(flags), List.of(), 0, 1, new BigDecimal(others));
        var sealed = new Sealed("party-1", Sealed.Purpose.FACTS, 1, new byte[] {1});
        var opened = new AuditOpened(
                new AuditId("audit-1"),
                new ApplicationId("app-1"),
                new PartyId("party-1"),
                "olga",
                new Asked(new ProductId("product-1"), 1, "CN", Money.of("CNY", "12000.00"), 3, "P1M", null, null),
                sealed,
                NOW);
        var nowhere = JdbcClient.create(new DriverManagerDataSource());
        return new NetworkFacts(nowhere, answering(answer)).of(opened, NOW);
    }

    private static Queries answering(NetworkOf.Answer answer) {
        return new Queries() {
            @Override
            public <A> A ask(Query<A> query) {
                return query.answer().cast(answer);
            }
        };
    }

    private static List<String> former(Map<String, String> facts) {
        try (var rules = RuleSet.compile(FORMER)) {
            return rules.evaluate(FactSheet.of(facts)).findings().stream()
                    .filter(finding -> finding.severity() == RuleFinding.Severity.REFER)
                    .map(RuleFinding::code)
                    .filter(code -> code.equals("OWN-SPLIT"))
                    .toList();
        }
    }

    @Test
    void aPolicyFromBeforeStillKnowsWhatItAsksFor() {
        assertThat(former(facts("0"))).isEmpty();
        assertThat(former(facts("100000.00"))).isEmpty();
        assertThat(former(facts("138000.01"))).containsExactly("OWN-SPLIT");
    }

    @Test
    void thisLoanCountsWhereThereAreOthers() {
        assertThat(facts("0")).containsEntry("own.linkedAmount7d", "0");
        assertThat(facts("30000.00")).containsEntry("own.linkedAmount7d", "42000.00");
    }

    @Test
    void ofSeveralFlagsTheWeightiestIsToldAndNoneIsAStandingWithUs() {
        assertThat(facts("0", Flag.STAR, Flag.FRAUD))
                .containsEntry("own.flag", "FRAUD")
                .doesNotContainKey("own.worstStatus");
        assertThat(facts("0", Flag.STAR, Flag.WATCH)).containsEntry("own.flag", "WATCH");
        assertThat(facts("0", Flag.HOLD)).containsEntry("own.flag", "NONE");
    }
}
