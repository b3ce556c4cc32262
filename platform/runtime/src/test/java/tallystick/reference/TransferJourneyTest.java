package tallystick.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.Money;
import tallystick.reference.AccountCommand.OpenAccount;
import tallystick.reference.Transfer.Status;
import tallystick.reference.TransferCommand.ConfirmTransfer;
import tallystick.reference.TransferCommand.RequestTransfer;
import tallystick.runtime.audit.StuckWorkAudit;
import tallystick.runtime.clock.AdjustableClock;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.proof.ProofRounds;
import tallystick.runtime.store.ChainVerifier;
import tallystick.runtime.testing.TestDatabase;

/** The whole machine at work: store, deciders, saga, deadline, read models, audit, proof, chain. */
class TransferJourneyTest {
    private static final Origin OFFICER = Origin.of("officer");
    private static ConfigurableApplicationContext node;
    private static Commands commands;

    @BeforeAll
    static void start() {
        node = ReferenceApplication.node(TestDatabase.fresh(), "--tallystick.clock=adjustable");
        commands = node.getBean(Commands.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static AccountId opened(String name) {
        var id = new AccountId("account-" + name);
        commands.send(new OpenAccount(id, name, Money.parse("CNY 100.00")), OFFICER);
        return id;
    }

    private static TransferId requested(String name, AccountId from, AccountId to, String amount) {
        var id = new TransferId("transfer-" + name);
        var confirmBy = node.getBean(Clock.class).instant().plus(Duration.ofHours(1));
        commands.send(new RequestTransfer(id, from, to, Money.parse("CNY " + amount), confirmBy), OFFICER);
        return id;
    }

    private static void becomes(TransferId id, Status status) {
        await().until(() -> status(id) == status);
    }

    /** Asking again for what exists changes nothing and answers with the state. */
    private static Status status(TransferId id) {
        var nobody = new AccountId("account-nobody");
        return commands.<Transfer>send(
                        new RequestTransfer(id, nobody, nobody, Money.parse("CNY 1.00"), Instant.EPOCH), OFFICER)
                .state()
                .status();
    }

    private static void has(AccountId id, String amount) {
        await().untilAsserted(() -> assertThat(JdbcClient.create(node.getBean(DataSource.class))
                        .sql("select amount from reference.account_balances_v1 where account = ?")
                        .param(id.value())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo(amount));
    }

    @Test
    void aConfirmedTransferArrives() {
        var from = opened("a");
        var to = opened("b");
        var transfer = requested("confirmed", from, to, "30.00");
        becomes(transfer, Status.HELD);
        commands.send(new ConfirmTransfer(transfer), OFFICER);
        becomes(transfer, Status.SETTLED);
        has(from, "70.00");
        has(to, "130.00");
    }

    @Test
    void aTransferNobodyConfirmsComesBack() {
        var from = opened("c");
        var transfer = requested("expired", from, opened("d"), "30.00");
        becomes(transfer, Status.HELD);
        has(from, "70.00");
        var clock = (AdjustableClock) node.getBean(Clock.class);
        await().until(() -> deadlines() > 0);
        clock.moveTo(clock.instant().plus(Duration.ofHours(2)));
        becomes(transfer, Status.SETTLED);
        has(from, "100.00");
    }

    private static long deadlines() {
        return node.getBean(JdbcClient.class)
                .sql("select count(*) from reference.deadlines")
                .query(Long.class)
                .single();
    }

    @Test
    void aRefusalIsAnOutcomeOfTheSaga() {
        var transfer = requested("refused", opened("e"), opened("f"), "100.01");
        becomes(transfer, Status.REJECTED);
    }

    @Test
    void aNodeWithoutTheWebWorksToo() {
        try (var other = ReferenceApplication.node(TestDatabase.fresh(), "--spring.main.web-application-type=none")) {
            var account = new OpenAccount(new AccountId("account-quiet"), "quiet", Money.parse("CNY 1.00"));
            assertThat(other.getBean(Commands.class).send(account, OFFICER).version())
                    .isEqualTo(1);
        }
    }

    @Test
    void nothingIsStuckSkippedOrTamperedWith() {
        becomes(requested("proven", opened("g"), opened("h"), "1.00"), Status.HELD);
        node.getBean(StuckWorkAudit.class).run();
        assertThat(node.getBean(JdbcClient.class)
                        .sql("select id from runtime.stuck_work")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(node.getBean(ChainVerifier.class).verify().faults()).isEmpty();
        assertThat(node.getBean(ProofRounds.class).round()).isEmpty();
    }
}
