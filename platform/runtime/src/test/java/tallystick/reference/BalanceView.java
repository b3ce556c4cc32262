package tallystick.reference;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.reference.AccountEvent.AccountOpened;
import tallystick.reference.AccountEvent.AccountRenamed;
import tallystick.reference.AccountEvent.Deposited;
import tallystick.reference.AccountEvent.Withdrawn;
import tallystick.runtime.processing.BatchWriter;
import tallystick.runtime.processing.SetWise;

/** What every account has, written once per batch. */
public final class BalanceView {
    private final String table;

    public BalanceView() {
        this("reference.account_balances_v1");
    }

    /** Writes into a table of one's own, for a rebuild. */
    public BalanceView(String table) {
        this.table = table;
    }

    @EventHandler
    void on(AccountEvent event, BatchWriter writer) {
        writer.of(Changes.class, () -> new Changes(table)).add(event);
    }

    @QueryHandler(queryName = "balance")
    BigDecimal balance(String account, JdbcTemplate jdbc) {
        var amounts = jdbc.queryForList(
                "select amount from reference.account_balances_v1 where account = ?", BigDecimal.class, account);
        return amounts.isEmpty() ? BigDecimal.ZERO : amounts.getFirst();
    }

    /** The sum of what a batch does to each account, and the name it ends with. */
    static final class Changes implements SetWise {
        private static final String UPSERT = """
            insert into %s as b (account, name, amount, movements)
            select * from unnest(?::text[], ?::text[], ?::numeric[], ?::bigint[])
                on conflict (account) do update set amount = b.amount + excluded.amount,
                   name = coalesce(excluded.name, b.name), movements = b.movements + excluded.movements
            """;

        private final String table;
        private final Map<String, Change> changes = new LinkedHashMap<>();

        Changes(String table) {
            this.table = table;
        }

        private static final class Change {
            private @Nullable String name;
            private BigDecimal amount = BigDecimal.ZERO;
            private long movements;
        }

        void add(AccountEvent event) {
            var change = changes.computeIfAbsent(event.account().value(), id -> new Change());
            change.movements++;
            switch (event) {
                case AccountOpened e -> {
                    change.name = e.name();
                    change.amount = change.amount.add(e.opening().amount());
                }
                case Deposited e -> change.amount = change.amount.add(e.amount().amount());
                case Withdrawn e ->
                    change.amount = change.amount.subtract(e.amount().amount());
                case AccountRenamed e -> change.name = e.name();
            }
        }

        @Override
        public void flush(JdbcOperations jdbc) {
            var all = List.copyOf(changes.values());
            jdbc.update(
                    UPSERT.formatted(table),
                    changes.keySet().toArray(String[]::new),
                    all.stream().map(change -> change.name).toArray(String[]::new),
                    all.stream().map(change -> change.amount).toArray(BigDecimal[]::new),
                    all.stream().map(change -> change.movements).toArray(Long[]::new));
        }
    }
}
