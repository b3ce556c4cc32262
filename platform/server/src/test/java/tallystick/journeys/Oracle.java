package tallystick.journeys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.testing.TestDatabase;

/** What really moved, by the bank's own ledger, and what we say of it. */
final class Oracle {
    private static final String EVENTS = """
        select convert_from(payload, 'UTF8')::json ->> '%s' as name, count(*) from store.events
         where name = '%s' group by 1
        """;

    private final JdbcClient ours;
    private final JdbcClient theirs;

    Oracle(TestDatabase ours, TestDatabase theirs) {
        this.ours = JdbcClient.create(ours.dataSource());
        this.theirs = JdbcClient.create(theirs.dataSource());
    }

    /** How many have not come to their end yet, on our side or on the way. */
    int open(Batch batch) {
        var done = batch.isPayOut() ? events("loan", "loan.LoanActivated") : repayments();
        var open =
                batch.names().stream().filter(name -> !done.containsKey(name)).count();
        var onTheWay = count(ours, "select count(*) from bank.instructions_v1 where due_at is not null")
                + count(ours, "select count(*) from bank.inbox where next_try_at is not null")
                + count(theirs, "select count(*) from messages where told and delivered_at is null");
        return Math.toIntExact(open == 0 ? onTheWay : open);
    }

    /** What the dead had leased runs out by the database's clock, which cannot be moved. */
    void leasesAge(Duration by) {
        age(ours, "bank.instructions_v1", "lease_until", by);
        age(ours, "bank.inbox", "next_try_at", by);
        age(theirs, "messages", "lease_until", by);
    }

    /** Of what nobody holds just now: the living are at work beside us. */
    private static void age(JdbcClient database, String table, String column, Duration by) {
        database.sql("""
            update %1$s set %2$s = %2$s - ? * interval '1 second'
             where ctid in (select ctid from %1$s where %2$s is not null for update skip locked)
            """.formatted(table, column)).param(by.toSeconds()).update();
    }

    /** How often the bank's ledger has it. */
    long moved(String instruction) {
        return theirs.sql("select count(*) from ledger where instruction = ?")
                .param(instruction)
                .query(Long.class)
                .single();
    }

    /** What was not done, or more than once, by the bank or by us. */
    List<String> wrong(Batch batch) {
        var wrong = new ArrayList<String>();
        var ledger = ledger(batch);
        var booked = batch.isPayOut() ? events("loan", "loan.LoanActivated") : repayments();
        for (var name : batch.names()) {
            if (ledger.getOrDefault(name, 0L) != 1 || booked.getOrDefault(name, 0L) != 1) {
                wrong.add("%s: moved %d times at the bank, booked %d times by us"
                        .formatted(name, ledger.getOrDefault(name, 0L), booked.getOrDefault(name, 0L)));
            }
        }
        if (count(ours, "select count(*) from loan.parked_steps where state <> 'closed'") > 0) {
            wrong.add("a step of a saga is parked");
        }
        return wrong;
    }

    private Map<String, Long> ledger(Batch batch) {
        return counted(
                theirs,
                "select %s as name, count(*) from ledger where type in ('PAYOUT', 'COLLECTION') group by 1"
                        .formatted(batch.isPayOut() ? "case type when 'PAYOUT' then loan end" : "instruction"));
    }

    private Map<String, Long> repayments() {
        return events("reference", "loan.RepaymentReceived");
    }

    private Map<String, Long> events(String field, String event) {
        return counted(ours, EVENTS.formatted(field, event));
    }

    private static Map<String, Long> counted(JdbcClient database, String sql) {
        return database
                .sql("select * from (" + sql + ") c where name is not null")
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static long count(JdbcClient database, String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
