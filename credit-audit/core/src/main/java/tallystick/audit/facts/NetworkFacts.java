package tallystick.audit.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.NetworkOf;
import tallystick.application.api.PartyEvent.Flag;
import tallystick.audit.api.AuditEvent.AuditOpened;
import tallystick.kernel.PartyId;
import tallystick.runtime.queries.Queries;

/** What follows from whom the applicant is connected with: their neighbours' standing with us, and loans split over several. */
final class NetworkFacts {
    private static final int SERIOUSLY_LATE = 30;

    /** What policies called the linked amount before anybody gave it; one of those may still be live. */
    private static final String FORMER_NAME = "network.linkedAmount7d";

    private final JdbcClient database;
    private final Queries queries;

    NetworkFacts(JdbcClient database, Queries queries) {
        this.database = database;
        this.queries = queries;
    }

    Map<String, String> of(AuditOpened opened, Instant at) {
        var asked = opened.asked();
        var around = queries.ask(new NetworkOf(opened.applicant(), opened.application(), asked.jurisdiction(), at));
        var facts = new TreeMap<String, String>();
        facts.put("network.overdue1", Long.toString(overdue(around.strong())));
        facts.put("network.fraud2", Integer.toString(around.frauds()));
        facts.put("network.clusterSize", Integer.toString(around.cluster()));
        var linked = linked(around.linked(), asked.amount().amount());
        facts.put("own.linkedAmount7d", linked);
        facts.put(FORMER_NAME, linked);
        facts.put("own.flag", flag(around.flags()));
        return facts;
    }

    private static String linked(BigDecimal others, BigDecimal asked) {
        return others.signum() == 0 ? "0" : others.add(asked).toPlainString();
    }

    /** The weightiest of them; a hold is the application's own matter. */
    private static String flag(Set<Flag> flags) {
        return Stream.of(Flag.FRAUD, Flag.WATCH, Flag.STAR)
                .filter(flags::contains)
                .findFirst()
                .map(Flag::name)
                .orElse("NONE");
    }

    private long overdue(List<PartyId> parties) {
        return parties.isEmpty()
                ? 0
                : database.sql("select count(distinct party) from audit.own_loans_v2"
                                + " where party = any(?) and overdue_days >= ?")
                        .params(parties.stream().map(PartyId::value).toArray(String[]::new), SERIOUSLY_LATE)
                        .query(Long.class)
                        .single();
    }
}
