package tallystick.runtime.operations;

import java.time.Duration;
import java.util.Map;
import tallystick.kernel.Ids;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.runtime.processing.Progress;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.json.WebJson;
import tallystick.runtime.web.writes.LateAnswers;

/** The operation of a write whose read models are late: it ends when they show it. */
final class CatchUp implements WorkType {
    private static final String TYPE = "READ_YOUR_WRITE";
    private static final Duration LOOK = Duration.ofSeconds(1);

    static final ProblemCode NOT_SHOWN = new ProblemCode(
            "write-not-shown",
            409,
            "A write does not show yet",
            "It is stored; do not send it again. Read the thing later, and tell operations when it still does not"
                    + " show.");

    private final Progress readModels;
    private final Duration patience;

    CatchUp(Progress readModels, Duration patience) {
        this.readModels = readModels;
        this.patience = patience;
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
    public String run(Work work) throws InterruptedException {
        var awaited = WebJson.get().readValue(work.input(), Awaited.class);
        var until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until) {
            work.report(0, 1, "");
            if (readModels.caughtUp(awaited.context(), awaited.id(), awaited.version(), LOOK)) {
                return awaited.place();
            }
            Thread.sleep(LOOK);
        }
        throw notShown(awaited);
    }

    private Refused notShown(Awaited awaited) {
        var detail = "%s is stored at version %d; the read models of '%s' did not show it within %s."
                .formatted(awaited.id(), awaited.version(), awaited.context(), patience);
        return new Refusal(NOT_SHOWN.code(), NOT_SHOWN.title(), detail, Map.of("id", awaited.id())).asException();
    }
}
