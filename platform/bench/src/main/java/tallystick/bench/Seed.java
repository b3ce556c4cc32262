package tallystick.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a store outside the timing: accounts with a first event and deposits, as the server's own SQL makes them. */
final class Seed {
    /** One event per row, account by account; the chain is not computed, since nobody verifies it here. */
    private static final String EVENTS = """
        insert into store.events
        select (e.sequence * :accounts) + a.number, a.id || '/' || e.sequence, 'account', a.id, e.sequence,
               case e.sequence when 0 then 'reference.AccountOpened' else 'reference.Deposited' end, '1', now(), now(),
               '{"by":"seed"}'::bytea,
               convert_to(case e.sequence
                   when 0 then format('{"account":"%s","name":"Account %s","opening":{"currency":"EUR","amount":"12.50"}}',
                                      a.id, a.number)
                   else format('{"account":"%s","amount":{"currency":"EUR","amount":"12.50"},"reference":"seed-%s"}',
                               a.id, e.sequence) end, 'UTF8'),
               sha256(a.id::bytea)
          from generate_series(0, :each - 1) as e (sequence)
         cross join (select n as number, 'acc-' || lpad(n::text, 12, '0') as id
                       from generate_series(1, :accounts) as n) as a
         order by 1
        """;

    private Seed() {}

    static void accounts(Server server, int accounts, int each) {
        JdbcClient jdbc = server.jdbc();
        jdbc.sql(EVENTS).param("accounts", accounts).param("each", each).update();
        jdbc.sql("update store.head set position = ?")
                .param((long) accounts * each)
                .update();
        jdbc.sql("vacuum analyze store.events").update();
        jdbc.sql("checkpoint").update();
    }

    /** Gives stock the same events, in the same order, over the wire of the bench: the two are different databases. */
    static void stock(Server from, Server to) throws SQLException, IOException {
        var copied = new ByteArrayOutputStream();
        try (var source = from.database().connections().open("seed");
                var target = to.database().connections().open("seed")) {
            new CopyManager(source.unwrap(BaseConnection.class)).copyOut(EXPORT, copied);
            new CopyManager(target.unwrap(BaseConnection.class))
                    .copyIn(IMPORT, new ByteArrayInputStream(copied.toByteArray()));
        }
        to.jdbc().sql("vacuum analyze domainevententry").update();
        to.jdbc().sql("checkpoint").update();
    }

    private static final String EXPORT = """
        copy (select position, id, event_id, metadata, payload, name, revision, sequence,
                     to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), kind
                from store.events order by position) to stdout\
        """;
    private static final String IMPORT = """
        copy domainevententry (globalindex, aggregateidentifier, eventidentifier, metadata, payload, payloadtype,
                               payloadrevision, sequencenumber, timestamp, type) from stdin\
        """;
}
