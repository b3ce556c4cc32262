package tallystick.audit.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.ApplicationEvent.ApplicationNotPlaced;
import tallystick.application.api.ApplicationEvent.ApplicationWithdrawn;
import tallystick.application.api.ApplicationEvent.PlacementApproved;
import tallystick.application.api.ApplicationEvent.PlacementDeclined;
import tallystick.application.api.ApplicationEvent.PlacementRevoked;
import tallystick.application.api.ApplicationEvent.PlacementStarted;
import tallystick.audit.api.Asked;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.Outcome;
import tallystick.journeys.Platform;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;
import tallystick.runtime.testing.TestDatabase;

/** Whose no is told, and of which decision. */
class LendersNoesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    private static final Money AMOUNT = Money.of("CNY", "12000.00");
    private static final PartyId PARTY = new PartyId("party-1");
    private static final Sealed SEALED = new Sealed("party-1", Sealed.Purpose.FACTS, 1, new byte[] {1});
    private static Platform platform;
    private static JdbcTemplate database;

    private final LendersNoes noes = new LendersNoes();

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        database = platform.bean(JdbcTemplate.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static PlacementStarted started(ApplicationId application, int nr, String bank) {
        return new PlacementStarted(
                application,
                PARTY,
                List.of(),
                nr,
                new BankId(bank),
                new InstructionId("instr-" + nr),
                AMOUNT,
                3,
                Rate.of("0.12"),
                SEALED,
                NOW);
    }

    private static PlacementApproved changed(ApplicationId application, int nr) {
        return new PlacementApproved(application, nr, AMOUNT, Rate.of("0.13"), 3, true, NOW);
    }

    private static AuditDecided decided(ApplicationId application, String audit, Instant at) {
        database.update(
                "insert into audit.decisions_v1 (audit, nr, application, product, rule_set, outcome, reasons, party,"
                        + " epoch, sealed, decided_at) values (?, 1, ?, 'CASH', 'hash', 'APPROVE', '', 'party-1', 1, ?,"
                        + " ?)",
                audit,
                application.value(),
                new byte[] {1},
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
        return new AuditDecided(
                new AuditId(audit),
                application,
                PARTY,
                "olga",
                new Asked(new ProductId("product-1"), 1, "CN", AMOUNT, 3, "P1M", null, null),
                1,
                "hash",
                Outcome.APPROVE,
                700,
                "B",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                SEALED,
                "hash",
                SEALED,
                at,
                null,
                "CASH",
                null);
    }

    private static Noes told() {
        return platform.bean(Noes.class);
    }

    @Test
    void otherTermsThatTheLenderTookBackWereNotLeftByTheApplicant() {
        var application = new ApplicationId("app-revoked");
        var decision = decided(application, "audit-revoked", NOW);
        noes.on(started(application, 1, "acme"), database);
        noes.on(changed(application, 1), database);
        noes.on(new PlacementRevoked(application, 1, "lapsed", NOW, new BankId("acme")), database);
        noes.on(new ApplicationWithdrawn(application, "changed mind", "olga", NOW), database);
        assertThat(told().to(decision)).isEmpty();
    }

    @Test
    void onlyTheNewestDecisionIsOwedANotice() {
        var application = new ApplicationId("app-renewed");
        var former = decided(application, "audit-former", NOW);
        var newest = decided(application, "audit-newest", NOW.plusSeconds(1));
        noes.on(started(application, 1, "acme"), database);
        noes.on(new PlacementDeclined(application, 1, "no", NOW, new BankId("acme")), database);
        noes.on(started(application, 2, "sandbox"), database);
        noes.on(new PlacementRevoked(application, 2, "lapsed", NOW, new BankId("sandbox")), database);
        noes.on(new ApplicationNotPlaced(application, List.of(), NOW), database);
        assertThat(told().to(former)).isEmpty();
        assertThat(told().to(newest))
                .contains(notPlaced(List.of("acme", "sandbox"), Map.of("acme", "no", "sandbox", "lapsed")));
    }

    private static No notPlaced(List<String> lenders, Map<String, String> reasons) {
        return new No.OfLenders(Occasion.NOT_PLACED, NOW, lenders, reasons);
    }

    @Test
    void ofLendersThatWouldLendTogetherTheOneThatSaidNoIsNamed() {
        var application = new ApplicationId("app-shared");
        var decision = decided(application, "audit-shared", NOW);
        noes.on(started(application, 1, "acme"), database);
        noes.on(new PlacementDeclined(application, 1, "too long a term", NOW, new BankId("west")), database);
        noes.on(new ApplicationNotPlaced(application, List.of(), NOW), database);
        assertThat(told().to(decision)).contains(notPlaced(List.of("west"), Map.of("west", "too long a term")));
    }

    @Test
    void whatRanOutBeforeALenderWasAskedNamesNobody() {
        var application = new ApplicationId("app-ran-out");
        var decision = decided(application, "audit-ran-out", NOW);
        noes.on(started(application, 1, "acme"), database);
        noes.on(new PlacementDeclined(application, 1, "what was reserved has run out", NOW, null), database);
        noes.on(new ApplicationNotPlaced(application, List.of(), NOW), database);
        assertThat(told().to(decision)).contains(notPlaced(List.of(), Map.of()));
    }
}
