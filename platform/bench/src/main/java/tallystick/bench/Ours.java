package tallystick.bench;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import tallystick.reference.AccountCommand;
import tallystick.reference.AccountEvent;
import tallystick.reference.Accounts;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decisions;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.messages.EventNames;
import tallystick.runtime.messages.NamedJson;
import tallystick.runtime.messages.StoredJson;
import tallystick.runtime.store.OpenStore;
import tallystick.runtime.store.StoreEngine;

/** Our store and our deciders, wired as the server wires them. */
record Ours(OpenStore store, Commands commands) implements Side {
    private static final Origin ORIGIN = Origin.of("bench");

    static Ours on(Server server) {
        var store = store(server);
        var bus = SimpleCommandBus.builder()
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
        var decisions = new Decisions(
                bus,
                store.engine(),
                store.eventStore(),
                store.histories(),
                Clock.systemUTC(),
                (once, decided) -> new byte[0]);
        return new Ours(store, decisions.open(List.of(new Accounts())));
    }

    static OpenStore store(Server server) {
        var engine = new StoreEngine.Builder();
        engine.eventSerializer(json()).snapshotSerializer(json());
        return OpenStore.open(server.database().connections()::open, server.pool(), engine);
    }

    /** Both sides store the same bytes. */
    static NamedJson json() {
        return new NamedJson(
                new EventNames(List.of(EventFamily.of("reference", AccountEvent.class))), StoredJson.mapper());
    }

    @Override
    public void send(AccountCommand command) {
        commands.send(command, ORIGIN);
    }

    @Override
    public void close() {
        store.close();
    }
}
