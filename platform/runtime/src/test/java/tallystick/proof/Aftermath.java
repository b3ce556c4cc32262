package tallystick.proof;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.reference.BalanceView;
import tallystick.runtime.audit.StuckWorkAudit;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.ProcessingHealth;
import tallystick.runtime.processing.rebuild.Rebuild;
import tallystick.runtime.proof.ProofRounds;
import tallystick.runtime.store.ChainVerifier;

/** What must hold on a node that has come to rest, whatever happened before. */
record Aftermath(ApplicationContext node) {
    private static final GroupName BALANCES = new GroupName("reference.balances.v1");

    List<String> wrong(Set<String> acknowledged) {
        rest();
        var wrong = new ArrayList<String>();
        wrong.addAll(lost(acknowledged));
        wrong.addAll(twice());
        wrong.addAll(stuck());
        wrong.addAll(node.getBean(ChainVerifier.class).verify().faults());
        node.getBean(ProofRounds.class).round().forEach(hole -> wrong.add("hole: " + hole));
        if (rebuiltDiffers()) {
            wrong.add("balances rebuilt from events differ from the live ones");
        }
        if (money("select sum(amount) from reference.account_balances_v1")
                        .add(held())
                        .compareTo(paidIn())
                != 0) {
            wrong.add("money is not conserved");
        }
        return wrong;
    }

    /** Every group at the head, and no transfer between two steps. */
    void rest() {
        await().pollInterval(Duration.ofMillis(200))
                .until(() ->
                        node.getBean(ProcessingHealth.class).groups().stream().allMatch(group -> group.lag() == 0)
                                && count(UNSETTLED) == 0);
    }

    private static final String UNSETTLED = """
        select count(*) from (select id, max(sequence) as last from store.events where kind = 'transfer' group by id) t
          join store.events e on e.id = t.id and e.sequence = t.last
         where e.name not in ('reference.TransferHeld', 'reference.TransferSettled', 'reference.TransferRejected')
        """;

    List<String> lost(Set<String> acknowledged) {
        var there = new HashSet<>(texts("select event_id from store.events where sequence = 0"));
        there.addAll(texts("select id from store.events where kind = 'transfer'"));
        there.addAll(texts("select id || '/confirmed' from store.events where name = 'reference.TransferConfirmed'"));
        there.addAll(texts("select convert_from(payload, 'UTF8')::json ->> 'reference' from store.events where name ="
                + " 'reference.Deposited'"));
        return acknowledged.stream()
                .filter(reference -> !there.contains(reference))
                .map(reference -> "acknowledged but lost: " + reference)
                .toList();
    }

    private List<String> twice() {
        return texts("""
            select 'done twice: ' || name || ' ' || (convert_from(payload, 'UTF8')::json ->> 'reference') from store.events
             where name in ('reference.Deposited', 'reference.Withdrawn')
             group by name, convert_from(payload, 'UTF8')::json ->> 'reference' having count(*) > 1
            union all
            select 'ended twice: ' || id from store.events
             where name in ('reference.TransferConfirmed', 'reference.TransferExpired') group by id having count(*) > 1
            """);
    }

    private List<String> stuck() {
        node.getBean(StuckWorkAudit.class).run();
        var held = count("select count(*) from reference.transfer_waits_v1");
        var deadlines = count("select count(*) from reference.deadlines");
        var sagas = count("select count(*) from reference.sagas");
        var wrong = new ArrayList<>(texts("select 'stuck: ' || id from runtime.stuck_work"));
        if (held != deadlines || held != sagas) {
            wrong.add("%d transfers wait, with %d deadlines and %d sagas".formatted(held, deadlines, sagas));
        }
        return wrong;
    }

    private boolean rebuiltDiffers() {
        var rebuild = node.getBean(Rebuild.class);
        rebuild.scratch("scratch", "reference", "account_balances_v1");
        rebuild.replay(
                BALANCES, new BalanceView("scratch.account_balances_v1"), count("select position from store.head"));
        return rebuild.differences("reference.account_balances_v1", "scratch.account_balances_v1") != 0;
    }

    private BigDecimal held() {
        return money("select 7.00 * count(*) from reference.transfer_waits_v1");
    }

    private BigDecimal paidIn() {
        return money("""
            select sum((convert_from(payload, 'UTF8')::json -> 'opening' ->> 'amount')::numeric)
                 + (select count(*) * 1.00 from store.events where name = 'reference.Deposited'
                       and convert_from(payload, 'UTF8')::json ->> 'reference' like 'deposit-%')
              from store.events where name = 'reference.AccountOpened'
            """);
    }

    private BigDecimal money(String sql) {
        return jdbc().sql(sql).query(BigDecimal.class).single();
    }

    private long count(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }

    private List<String> texts(String sql) {
        return jdbc().sql(sql).query(String.class).list();
    }

    private JdbcClient jdbc() {
        return node.getBean(JdbcClient.class);
    }
}
