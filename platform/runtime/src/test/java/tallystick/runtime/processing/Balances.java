package tallystick.runtime.processing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.AccountEvents.Deposited;

/** A read model that writes event by event and can be told to fail. */
public final class Balances {
    public enum Fault {
        JAVA,
        SQL,
        PASSING,
        ERROR
    }

    final Map<String, Fault> faulty = new ConcurrentHashMap<>();

    @EventHandler
    void on(Deposited event, JdbcTemplate jdbc) {
        jdbc.update("""
            insert into reference.balances_v1 as b (account, amount, log) values (?, ?, ? || ' ')
            on conflict (account) do update set amount = b.amount + excluded.amount, log = b.log || excluded.log\
            """, event.account(), event.amount(), Long.toString(event.amount()));
        var fault = faulty.get(event.account() + event.amount());
        if (fault != null) {
            fail(fault, jdbc);
        }
    }

    private static void fail(Fault fault, JdbcTemplate jdbc) {
        switch (fault) {
            case JAVA -> throw new IllegalStateException("planted");
            case SQL -> jdbc.execute("select 1 / 0");
            case PASSING -> throw new TransientDataAccessResourceException("planted");
            case ERROR -> throw new StackOverflowError("planted");
        }
    }

    @QueryHandler(queryName = "accounts")
    List<String> accounts(String like, JdbcTemplate jdbc) {
        return jdbc.queryForList("select account from reference.balances_v1 where account like ?", String.class, like);
    }

    static String log(JdbcTemplate jdbc, String account) {
        return jdbc
                .queryForList("select log from reference.balances_v1 where account = ?", String.class, account)
                .stream()
                .findFirst()
                .orElse("")
                .strip();
    }
}
