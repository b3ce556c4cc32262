package tallystick.runtime.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Appends new things and more events to them, and now and then what must be refused; writes down what it was told. */
final class Writer implements Runnable {
    /** An append that was acknowledged. */
    record Acknowledged(Append append, Appended appended) {}

    private final OpenStore node;
    private final String name;
    private final Random random;
    private final Faults faults;
    private final int appends;
    final List<Acknowledged> acknowledged = new ArrayList<>();
    final List<Append> refused = new ArrayList<>();
    final List<Append> unknown = new ArrayList<>();

    Writer(OpenStore node, String name, Random random, Faults faults, int appends) {
        this.node = node;
        this.name = name;
        this.random = random;
        this.faults = faults;
        this.appends = appends;
    }

    @Override
    public void run() {
        for (int n = 0; n < appends; n++) {
            var thing = name + "-" + n;
            var count = 1 + random.nextInt(3);
            if (send(new Append(
                    Nodes.events(thing, 0, count).events(), List.of(Claim.take("of", thing, thing)), List.of()))) {
                mustBeRefused(thing, n);
            }
        }
    }

    private void mustBeRefused(String thing, int n) {
        switch (random.nextInt(6)) {
            case 0 -> send(withOtherIds(Nodes.events(thing, 0, 1)));
            case 1 ->
                send(new Append(
                        Nodes.events(thing + "-thief", 0, 1).events(),
                        List.of(Claim.take("of", thing, "thief" + n)),
                        List.of()));
            default -> {
                // Most things live in peace.
            }
        }
    }

    /** The same place in the life of the same thing, decided a second time by somebody else. */
    private static Append withOtherIds(Append append) {
        var event = append.events().getFirst();
        return new Append(
                List.of(new NewEvent(
                        event.eventId() + "/again",
                        event.kind(),
                        event.id(),
                        event.sequence(),
                        event.name(),
                        event.revision(),
                        event.occurredAt(),
                        event.metadata(),
                        event.payload())),
                List.of(),
                List.of());
    }

    private boolean send(Append append) {
        try {
            acknowledged.add(new Acknowledged(append, node.appender().append(append)));
            return true;
        } catch (Conflict e) {
            faults.happened(Faults.Kind.REFUSED_CONFLICT);
            refused.add(append);
        } catch (ClaimTaken e) {
            faults.happened(Faults.Kind.REFUSED_CLAIM);
            refused.add(append);
        } catch (OutcomeUnknown e) {
            unknown.add(append);
        }
        return false;
    }
}
