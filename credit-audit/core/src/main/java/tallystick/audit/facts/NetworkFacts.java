package tallystick.audit.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.NetworkOf;
import tallystick.application.api.PartyEvent.Flag;
import tallystick.audit.api.AuditEvent.AuditOpened;
import tallystick.kernel.PartyId;
import tallystick.runtime.queries.Queries;

/** What follows from whom the applicant is connected with: their neighbours' standing with us, and loans split over several. */
final class NetworkFacts {
    private static final int SERIOUSLY_LATE = 30;

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
        facts.put("own.linkedAmount7d", linked(around.linked(), asked.amount().amount()));
        facts.put("own.flag", flag(around.flags()));
        if (around.flags().contains(Flag.FRAUD)) {
            facts.put("own.worstStatus", "FRAUD");
        }
        return facts;
    }

    private static String linked(BigDecimal others, BigDecimal asked) {
        return others.signum() == 0 ? "0" : others.add(asked).toPlainString();
    }

    /** The weightiest of them; a hold is the application's own matter, and fraud has a fact of its own. */
    private static String flag(Set<Flag> flags) {
        if (flags.contains(Flag.WATCH)) {
            return "WATCH";
        }
        return flags.contains(Flag.STAR) ? "STAR" : "NONE";
    }

    private long overdue(List<PartyId> parties) {
        return parties.isEmpty()
                ? 0
                : database.sql("select count(distinct party) from audit.own_loans_v1"
                                + " where party = any(?) and overdue_days >= ?")
                        .params(parties.stream().map(PartyId::value).toArray(String[]::new), SERIOUSLY_LATE)
                        .query(Long.class)
                        .single();
    }
}
