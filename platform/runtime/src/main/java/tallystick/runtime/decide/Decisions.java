package tallystick.runtime.decide;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import tallystick.runtime.messages.StoredJson;
import tallystick.runtime.store.Histories;
import tallystick.runtime.store.StoreEngine;
import tallystick.runtime.store.TallystickEventStore;

/** Puts deciders behind a command bus. */
public final class Decisions {
    private final CommandBus bus;
    private final StoreEngine engine;
    private final TallystickEventStore events;
    private final Histories histories;
    private final InstantSource clock;
    private final Answers answers;
    private final DecideSettings settings;
    private final Remembered remembered;

    public Decisions(
            CommandBus bus,
            StoreEngine engine,
            TallystickEventStore events,
            Histories histories,
            InstantSource clock,
            Answers answers) {
        this(bus, engine, events, histories, clock, answers, DecideSettings.defaults());
    }

    Decisions(
            CommandBus bus,
            StoreEngine engine,
            TallystickEventStore events,
            Histories histories,
            InstantSource clock,
            Answers answers,
            DecideSettings settings) {
        this.settings = settings;
        this.remembered = new Remembered(settings.remembered());
        this.bus = bus;
        this.engine = engine;
        this.events = events;
        this.histories = histories;
        this.clock = clock;
        this.answers = answers;
    }

    /** Subscribes the deciders and opens the door for their commands; whoever opens it closes it. */
    public Commands open(Collection<? extends Decider<?, ?, ?>> deciders) {
        return door(deciders);
    }

    BusCommands door(Collection<? extends Decider<?, ?, ?>> deciders) {
        var kinds = new Kinds(kinds(deciders));
        var locks = new IdLocks();
        bus.registerHandlerInterceptor(new RefusalAsDetails());
        kinds.commands()
                .forEach(command -> bus.subscribe(
                        command.getName(),
                        new Handling<>(kinds.of(command), events, engine, locks, remembered, answers)));
        return new BusCommands(bus, new Many(kinds, engine, remembered), settings);
    }

    /** The same kinds and the same memory, for those who only look. */
    Things look(Collection<? extends Decider<?, ?, ?>> deciders) {
        return new KnownThings(kinds(deciders), remembered);
    }

    private List<Kind<?, ?, ?>> kinds(Collection<? extends Decider<?, ?, ?>> deciders) {
        var json = StoredJson.mapper();
        var all = new ArrayList<Kind<?, ?, ?>>();
        deciders.forEach(decider -> all.add(new Kind<>(decider, histories, json, clock, settings.snapshotEvery())));
        return all;
    }
}
