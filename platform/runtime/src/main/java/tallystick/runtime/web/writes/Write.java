package tallystick.runtime.web.writes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import tallystick.kernel.Addressed;
import tallystick.kernel.Ids;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.web.door.Passed;

/**
 * One write request, as an argument of its controller method. Values in the body that are not allowed are refused in
 * here and not before, since a repeat and a stale version come first; so the method does nothing but call this.
 */
public final class Write {
    private final Writes writes;
    private final Passed passed;
    private final HttpServletRequest request;

    Write(Writes writes, Passed passed, HttpServletRequest request) {
        this.writes = writes;
        this.passed = passed;
        this.request = request;
    }

    /** Who is asking, as the audit trail shows it. */
    public String by() {
        var caller = passed.caller();
        return caller == null ? "anonymous" : caller.name();
    }

    /** Whether the caller has named the version that was seen; it is checked before the decision. */
    public boolean namesVersion() {
        return passed.match() != null;
    }

    /** An id that is the same whenever the same caller repeats the same key. */
    public String derivedId(String kind) {
        var key = passed.key();
        if (key == null) {
            throw new IllegalStateException(
                    "Expected an Idempotency-Key to derive an id from; %s is free of it.".formatted(passed.route()));
        }
        return Ids.derived(kind, by(), key);
    }

    /**
     * Creates a thing: 201 with its address and version.
     *
     * @param context the context whose read models the answer waits for
     * @param kind the kind of its id, which is derived from caller and key
     * @param states the type of its state, to find the first answer again
     * @param command gets the id; may throw {@code ValueNotAllowed}
     * @param render pure: a repeat renders the stored state again, and must give the same bytes
     */
    public <S> ResponseEntity<byte[]> create(
            String context,
            String kind,
            Class<S> states,
            Function<String, Addressed> command,
            Function<Decided<S>, ?> render) {
        return create(context, kind, states, command, render, Decided::id);
    }

    /**
     * Creates a thing that people know by a name.
     *
     * @param name what its address ends with; pure, as {@code render}
     */
    public <S> ResponseEntity<byte[]> create(
            String context,
            String kind,
            Class<S> states,
            Function<String, Addressed> command,
            Function<Decided<S>, ?> render,
            Function<Decided<S>, String> name) {
        var form = new Rendering<S>(201, states, render, decided -> passed.path() + "/" + name.apply(decided));
        return writes.repeats().answer(passed, by(), request, form, once -> {
            writes.judge(passed, request, null);
            return sent(context, command.apply(derivedId(kind)), new Origin(by(), null, once), form);
        });
    }

    /**
     * Changes a thing: 200 with its new version and state.
     *
     * @param id the thing whose version If-Match means
     * @param command may throw {@code ValueNotAllowed}
     */
    public <S> ResponseEntity<byte[]> change(
            String context, String id, Class<S> states, Supplier<Addressed> command, Function<Decided<S>, ?> render) {
        var form = new Rendering<S>(200, states, render, _ -> "");
        return writes.repeats().answer(passed, by(), request, form, once -> {
            var expected = writes.judge(passed, request, id);
            return sent(context, command.get(), new Origin(by(), expected, once), form);
        });
    }

    /**
     * Answers with what an effect gives that is not a command, such as starting an operation. The effect must be safe to
     * repeat under {@link #derivedId}: its answer is stored after it, so a crash between the two repeats it.
     */
    public ResponseEntity<byte[]> once(Supplier<Said> effect) {
        return writes.repeats().answer(passed, by(), request, null, once -> {
            writes.judge(passed, request, null);
            var said = effect.get();
            return once == null ? said : writes.repeats().remember(once, said);
        });
    }

    private <S> Said sent(String context, Addressed command, Origin origin, Rendering<S> form) {
        Decided<S> decided = writes.commands().send(command, origin);
        return writes.visible(context, decided, form, origin, passed.path());
    }
}
