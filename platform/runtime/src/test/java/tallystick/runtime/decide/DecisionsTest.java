package tallystick.runtime.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.Money;
import tallystick.kernel.Refused;
import tallystick.reference.Account;
import tallystick.reference.AccountCommand;
import tallystick.reference.AccountCommand.Deposit;
import tallystick.reference.AccountCommand.OpenAccount;
import tallystick.reference.AccountCommand.RenameAccount;
import tallystick.reference.AccountCommand.Withdraw;
import tallystick.reference.AccountEvent;
import tallystick.reference.AccountId;
import tallystick.reference.Accounts;
import tallystick.reference.TransferEvent;
import tallystick.reference.Transfers;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.messages.EventNames;
import tallystick.runtime.messages.NamedJson;
import tallystick.runtime.messages.StoredJson;
import tallystick.runtime.store.ClaimTaken;
import tallystick.runtime.store.OpenStore;
import tallystick.runtime.store.StoreEngine;
import tallystick.runtime.testing.TestDatabase;

class DecisionsTest {
    private static final Origin OFFICER = Origin.of("officer");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    private final TestDatabase database = TestDatabase.fresh();
    private final List<OpenStore> stores = new ArrayList<>();
    private final Commands commands = node();

    private Commands node() {
        var serializer = new NamedJson(
                new EventNames(List.of(
                        EventFamily.of("reference", AccountEvent.class),
                        EventFamily.of("reference", TransferEvent.class))),
                StoredJson.mapper());
        var builder = new StoreEngine.Builder();
        builder.eventSerializer(serializer).snapshotSerializer(serializer);
        var store = OpenStore.open(database.connections()::open, database.dataSource(), builder);
        stores.add(store);
        return new Decisions(
                        SimpleCommandBus.builder().build(),
                        store.engine(),
                        store.eventStore(),
                        store.histories(),
                        CLOCK,
                        (once, decided) -> once.fingerprint().getBytes(StandardCharsets.UTF_8))
                .open(List.of(new Accounts(), new Transfers()));
    }

    @AfterEach
    void close() {
        stores.forEach(OpenStore::close);
    }

    private static AccountId id(String name) {
        return new AccountId("account-" + name);
    }

    private static Money cny(String amount) {
        return Money.parse("CNY " + amount);
    }

    private static OpenAccount open(String name) {
        return new OpenAccount(id(name), name, cny("10.00"));
    }

    private static Deposit deposit(String name, String reference) {
        return new Deposit(id(name), cny("1.00"), reference);
    }

    @Test
    void aCommandAnswersWithTheStateItLedTo() {
        commands.send(open("a"), OFFICER);
        Decided<Account> decided = commands.send(deposit("a", "r1"), OFFICER);
        assertThat(decided.version()).isEqualTo(2);
        assertThat(decided.state().balance()).isEqualTo(cny("11.00"));
    }

    @Test
    void aRepeatChangesNothing() {
        commands.send(open("a"), OFFICER);
        commands.send(deposit("a", "r1"), OFFICER);
        assertThat(commands.send(deposit("a", "r1"), OFFICER).version()).isEqualTo(2);
        assertThat(commands.send(open("a"), OFFICER).version()).isEqualTo(2);
    }

    @Test
    void aRefusalSaysWhatWasFound() {
        commands.send(open("a"), OFFICER);
        assertThatThrownBy(() -> commands.send(new Withdraw(id("a"), cny("10.01"), "w"), OFFICER))
                .isInstanceOf(Refused.class)
                .hasMessage("Account account-a has CNY 10.00; a withdrawal of CNY 10.01 is too much."
                        + " Withdraw less, or deposit first.");
    }

    @Test
    void aNodeThatRemembersAnOldStateNeitherRefusesNorRepeatsBecauseOfIt() {
        var other = node();
        commands.send(open("a"), OFFICER);
        other.send(new Deposit(id("a"), cny("90.00"), "big"), OFFICER);
        Decided<Account> withdrawn = commands.send(new Withdraw(id("a"), cny("50.00"), "w"), OFFICER);
        assertThat(withdrawn.state().balance()).isEqualTo(cny("50.00"));
        assertThat(commands.send(new Deposit(id("a"), cny("90.00"), "big"), OFFICER)
                        .version())
                .isEqualTo(3);
    }

    @Test
    void aRepeatOnAnotherNodeChangesNothing() {
        commands.send(open("a"), OFFICER);
        assertThat(node().send(open("a"), OFFICER).version()).isEqualTo(1);
    }

    @Test
    void aRequestWithOneKeyOnTwoNodesIsAnsweredByItsClaim() {
        var once = new Origin("officer", null, new Origin.Once("key", "print"));
        commands.send(open("a"), once);
        var other = node();
        assertThatThrownBy(() -> other.send(open("a"), once)).isInstanceOf(ClaimTaken.class);
    }

    @Test
    void ofTwoWhoChangeTheSameVersionOneIsStale() {
        var other = node();
        commands.send(open("a"), OFFICER);
        var seen = new Origin("officer", 1L, null);
        other.send(new RenameAccount(id("a"), "first"), seen);
        assertThatThrownBy(() -> commands.send(new RenameAccount(id("a"), "second"), seen))
                .isInstanceOf(Stale.class)
                .hasMessage("Expected account-a to be at version 1; it is at version 2. Read it again.");
    }

    @Test
    void twoNodesThatChangeOneThingBothSucceed() throws Exception {
        var other = node();
        commands.send(open("a"), OFFICER);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 100)
                    .mapToObj(n -> CompletableFuture.runAsync(
                            () -> (n % 2 == 0 ? commands : other).send(deposit("a", "r" + n), OFFICER), threads))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
        Decided<Account> last = commands.send(deposit("a", "last"), OFFICER);
        assertThat(last.state().balance()).isEqualTo(cny("111.00"));
        assertThat(last.version()).isEqualTo(102);
    }

    @Test
    void aSnapshotIsAtMostTwentyEventsBehindAndOfNoUseWhenItsShapeIsAnother() {
        commands.send(open("a"), OFFICER);
        IntStream.range(0, 50).forEach(n -> commands.send(deposit("a", "r" + n), OFFICER));
        var jdbc = JdbcClient.create(database.dataSource());
        assertThat(jdbc.sql("select sequence from store.snapshots")
                        .query(Long.class)
                        .single())
                .isEqualTo(39);
        assertThat(node().<Account>send(deposit("a", "x"), OFFICER).state().balance())
                .isEqualTo(cny("61.00"));
        jdbc.sql("update store.snapshots set revision = 'old', payload = '\\x7b7d'")
                .update();
        assertThat(node().<Account>send(deposit("a", "y"), OFFICER).state().balance())
                .isEqualTo(cny("62.00"));
    }

    @Test
    void aNameBelongsToOneAccount() {
        commands.send(open("a"), OFFICER);
        assertThatThrownBy(() -> commands.send(new OpenAccount(id("b"), "a", cny("1.00")), OFFICER))
                .isInstanceOf(ClaimTaken.class);
        commands.send(new RenameAccount(id("a"), "z"), OFFICER);
        commands.send(new OpenAccount(id("b"), "a", cny("1.00")), OFFICER);
    }

    @Test
    void theKeyOfARequestGoesInWithItsEvents() {
        var once = new Origin("officer", null, new Origin.Once("key", "print"));
        commands.send(open("a"), once);
        var claim = stores.getFirst().claims().find(Answers.CLAIM, "key").orElseThrow();
        assertThat(claim.owner()).isEqualTo("account-a");
        assertThat(new String(claim.detail(), StandardCharsets.UTF_8)).isEqualTo("print");
        assertThatThrownBy(() -> commands.send(deposit("a", "r"), once)).isInstanceOf(ClaimTaken.class);
    }

    @Test
    void eventsCarryWhoButNoKey() {
        commands.send(open("a"), new Origin("officer", null, new Origin.Once("key", "print")));
        var event = stores.getFirst().eventStore().readEvents("account-a").next();
        assertThat(event.getMetaData()).containsOnlyKeys("by").containsEntry("by", "officer");
    }

    @Test
    void aCommandSentByAHandlerIsARootUnit() {
        var handler = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("handled"));
        commands.sendAndWait(open("a"));
        handler.rollback();
        assertThat(commands.send(open("a"), OFFICER).version()).isEqualTo(1);
    }

    @Test
    void manyAtOnceDecideAsOneByOne() {
        var script = new ArrayList<AccountCommand>();
        for (int n = 0; n < 300; n++) {
            var name = "m" + n % 40;
            script.add(n < 40 ? open(name) : new Withdraw(id(name), cny("3.00"), "w" + n));
        }
        List<Outcome<Account>> many = commands.decideMany(script, OFFICER);
        var alone = new DecisionsTest();
        try {
            for (int n = 0; n < script.size(); n++) {
                assertThat(many.get(n)).isEqualTo(alone.one(script.get(n)));
            }
            assertThat(events(stores.getFirst())).isEqualTo(events(alone.stores.getFirst()));
        } finally {
            alone.close();
        }
    }

    private Outcome<Account> one(AccountCommand command) {
        try {
            return new Outcome.Done<>(commands.send(command, OFFICER));
        } catch (Refused e) {
            return new Outcome.Refused<>(e.refusal());
        }
    }

    private static List<?> events(OpenStore store) {
        return IntStream.range(0, 40)
                .boxed()
                .flatMap(n -> store.eventStore().readEvents("account-m" + n).asStream())
                .map(message -> List.of(message.getPayload(), sequence(message)))
                .toList();
    }

    private static long sequence(Message<?> message) {
        return ((DomainEventMessage<?>) message).getSequenceNumber();
    }
}
