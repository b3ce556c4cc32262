package tallystick.runtime.operations;

import java.time.Duration;
import tallystick.kernel.Ids;
import tallystick.runtime.processing.Progress;
import tallystick.runtime.web.json.WebJson;
import tallystick.runtime.web.writes.LateAnswers;

/** The operation of a write whose read models are late: it ends when they show it. */
final class CatchUp implements WorkType {
    private static final String TYPE = "READ_YOUR_WRITE";
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Progress readModels;

    CatchUp(Progress readModels) {
        this.readModels = readModels;
    }

    /** What is awaited. */
    record Awaited(String context, String id, long version, String place) {}

    static LateAnswers answers(Operations operations) {
        return (context, id, version, place, by) -> operations.start(
                Ids.derived("op", context, id, Long.toString(version), by),
                TYPE,
                WebJson.get().writeValueAsString(new Awaited(context, id, version, place)),
                by);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String run(Work work) {
        var awaited = WebJson.get().readValue(work.input(), Awaited.class);
        do {
            work.report(0, 1, "");
        } while (!readModels.caughtUp(awaited.context(), awaited.id(), awaited.version(), LOOK));
        return awaited.place();
    }
}
