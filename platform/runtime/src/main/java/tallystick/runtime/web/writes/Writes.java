package tallystick.runtime.web.writes;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.processing.Progress;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.door.Match;
import tallystick.runtime.web.door.Passed;
import tallystick.runtime.web.json.ValueErrors;

/** The collaborators of every {@link Write}. */
record Writes(
        Commands commands,
        Repeats repeats,
        Versions versions,
        Progress readModels,
        LateAnswers late,
        Duration patience) {

    /**
     * What comes before the decision: 428, 412, then the values that reading the body has found wrong. Returns the version
     * that the decision must be made at, should somebody be quicker.
     */
    @Nullable
    Long judge(Passed passed, HttpServletRequest request, @Nullable String id) {
        var match = passed.match();
        if (passed.route().needsMatch() && match == null) {
            throw Standard.IF_MATCH_MISSING.because(
                    "Expected If-Match with the ETag of what you have seen; found none. Read it first.");
        }
        var expected = match != null && id != null ? fresh(match, id) : null;
        ValueErrors.raise(request);
        return expected;
    }

    <S> Said visible(String context, Decided<S> decided, Rendering<S> form, Origin origin, String path) {
        if (readModels.caughtUp(context, decided.id(), decided.version(), patience)) {
            return form.of(decided);
        }
        var said = late.answer(context, decided.id(), decided.version(), form.place(decided, path), origin.by());
        var once = origin.once();
        return once == null ? said : repeats.rememberLate(once, said);
    }

    private Long fresh(Match match, String id) {
        var version = versions.of(id);
        if (version.isEmpty() || !match.accepts(version.getAsLong())) {
            throw Standard.STALE.because("Expected If-Match to name the version that is there, %s; it names another."
                    .formatted(version.isPresent() ? "\"" + version.getAsLong() + "\"" : "none"));
        }
        return version.getAsLong();
    }
}
