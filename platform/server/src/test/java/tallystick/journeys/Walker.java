package tallystick.journeys;

import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;

/** An officer who does the next step whatever happened before, with the same keys when in doubt. */
final class Walker {
    private static final Duration STEP = Duration.ofMillis(50);

    private final String key;
    private final String person = People.next();

    Walker(String key) {
        this.key = "walk " + key;
    }

    /** The same request and key: the same application, whether its answer was heard or not. */
    private Story application(Door door) {
        return Story.of(
                door,
                door.post(
                                "officer",
                                "/applications",
                                Story.DRAFT.formatted("12000.00", person, "9000.00"),
                                "Idempotency-Key",
                                key)
                        .is(201)
                        .text("/id"));
    }

    /** Until the loan is paid out, or the node dies. */
    void goesOn(Door door) {
        var story = application(door);
        while (!step(story)) {
            pause();
        }
    }

    /** True once nothing is left to do. */
    private static boolean step(Story story) {
        return switch (story.application().at("/state").asString("")) {
            case "DRAFT" -> done(story.submit());
            case "OFFERED" -> done(story.accept());
            case "ACCEPTED" -> done(story.sign());
            case "FUNDED" -> true;
            default -> false;
        };
    }

    /** A step that leaves something to do. */
    private static boolean done(Story story) {
        return story.id().isEmpty();
    }

    /** Moves time a little when the bank has to be asked; never so far that its signatures are stale. */
    Story arrives(Door door) {
        var story = application(door);
        var moved = new int[1];
        Awaitility.await().pollInterval(Duration.ofMillis(500)).until(() -> {
            var arrived = step(story);
            if (!arrived && moved[0] < 200) {
                moved[0] += 10;
                Story.moveClock(door, Instant.now().plusSeconds(moved[0]));
            }
            return arrived;
        });
        return story;
    }

    private static void pause() {
        try {
            Thread.sleep(STEP);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
