package tallystick.runtime.processing;

/**
 * Something that follows the event stream, declared as a bean. Its kind says what happens when an event cannot be
 * handled; there is no kind whose failures are only logged.
 */
public sealed interface ProcessingGroup {
    /** How many parts share the stream when a group does not say otherwise. */
    int SEGMENTS = 4;

    GroupName name();

    int segments();

    /** How many events share one transaction at most. */
    int batch();

    /** Where it starts when it is new, once an operator has listed it as new. */
    StartsAt startsAt();

    /** Tables made from events by {@code @EventHandler} methods; {@code @QueryHandler} methods are registered too. */
    record ReadModel(GroupName name, Object handler, int segments, int batch, StartsAt startsAt)
            implements ProcessingGroup {
        public ReadModel {
            limits(segments, batch);
            if (!name.versioned()) {
                throw new IllegalArgumentException(
                        "Expected the read model '%s' to carry its version, as '%s.v1'.".formatted(name, name));
            }
        }
    }

    /** Instances that wait between events. A step that keeps failing is parked; its saga's later steps queue behind. */
    record SagaGroup(GroupName name, Class<?> saga, int segments, int batch, StartsAt startsAt)
            implements ProcessingGroup {
        public SagaGroup {
            limits(segments, batch);
        }
    }

    /** Handlers that reach outside, such as letters to people: they start at the head and never see an event again. */
    record SideEffects(GroupName name, Object handler, int segments, int batch) implements ProcessingGroup {
        public SideEffects {
            limits(segments, batch);
        }

        @Override
        public StartsAt startsAt() {
            return new StartsAt.Head();
        }
    }

    /** Books that must have every event in order: no dead letters, a failure halts the group and raises the alarm. */
    record Ledger(GroupName name, Object handler, int segments, int batch, StartsAt startsAt)
            implements ProcessingGroup {
        public Ledger {
            limits(segments, batch);
        }
    }

    static ReadModel readModel(String name, Object handler) {
        return new ReadModel(new GroupName(name), handler, SEGMENTS, 512, new StartsAt.Tail());
    }

    static SagaGroup saga(String name, Class<?> saga) {
        return new SagaGroup(new GroupName(name), saga, SEGMENTS, 16, new StartsAt.Tail());
    }

    static SideEffects sideEffects(String name, Object handler) {
        return new SideEffects(new GroupName(name), handler, SEGMENTS, 1);
    }

    static Ledger ledger(String name, Object handler) {
        return new Ledger(new GroupName(name), handler, SEGMENTS, 512, new StartsAt.Tail());
    }

    private static void limits(int segments, int batch) {
        if (segments < 1 || segments > 64 || batch < 1 || batch > 10_000) {
            throw new IllegalArgumentException(
                    "Expected 1 to 64 segments and batches of 1 to 10000 events, found %d and %d."
                            .formatted(segments, batch));
        }
    }
}
