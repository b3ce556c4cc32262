package tallystick.runtime.web.writes;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tallystick.runtime.decide.Answers;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.store.Claim;
import tallystick.runtime.store.ClaimTaken;
import tallystick.runtime.store.Claims;
import tallystick.runtime.store.Conflict;
import tallystick.runtime.web.Problems;
import tallystick.runtime.web.Rejected;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.TraceId;
import tallystick.runtime.web.door.Passed;

/** Runs a request with a key once for ever: whoever comes again gets the first answer. */
final class Repeats {
    /** The kind of the claims that remember a 202 beside the decision: the first answer was that it did not show yet. */
    static final String LATE = "idempotency-late";

    private final Claims claims;
    private final AnswerVault vault;
    private final Running running = new Running();

    Repeats(Claims claims, AnswerVault vault) {
        this.claims = claims;
        this.vault = vault;
    }

    /**
     * The first answer when there is one, otherwise what running gives.
     *
     * @param form renders a stored decision again; null where nothing is decided
     * @param run gets null on routes that are free of keys
     */
    ResponseEntity<byte[]> answer(
            Passed passed,
            String by,
            HttpServletRequest request,
            @Nullable Rendering<?> form,
            Function<Origin.@Nullable Once, Said> run) {
        var key = passed.key();
        if (key == null) {
            return run.apply(null).entity();
        }
        var once = vault.once(passed, by, key);
        return alone(once, form, () -> first(once, request, form, run)).entity();
    }

    /** Keeps an answer that no events carry. */
    Said remember(Origin.Once once, Said said) {
        claims.record(List.of(new Claim(Answers.CLAIM, once.key(), "answer", vault.keep(once, said), true)));
        return said;
    }

    /** Keeps the answer to a write that is decided already, and whose decision is remembered, but does not show yet. */
    Said rememberLate(Origin.Once once, Said said) {
        claims.record(List.of(new Claim(LATE, once.key(), "answer", vault.keep(once, said), true)));
        return said;
    }

    private Said alone(Origin.Once once, @Nullable Rendering<?> form, java.util.function.Supplier<Said> run) {
        var other = running.enter(once);
        if (other != null) {
            // It may be a repeat as we are, or have decided and wait for its read models only.
            return stored(once, form)
                    .orElseThrow(() -> other.fingerprint().equals(once.fingerprint()) ? inProgress() : reused());
        }
        try {
            return stored(once, form).orElseGet(run);
        } finally {
            running.leave(once);
        }
    }

    private Said first(
            Origin.Once once,
            HttpServletRequest request,
            @Nullable Rendering<?> form,
            Function<Origin.@Nullable Once, Said> run) {
        try {
            return run.apply(once);
        } catch (ClaimTaken taken) {
            return taken.holder().kind().equals(Answers.CLAIM)
                    ? again(taken.holder(), once, form)
                    : refused(taken, once, request, form);
        } catch (Conflict lost) {
            // Perhaps against the very same request on another node: both create the same id.
            return stored(once, form).orElseThrow(() -> lost);
        } catch (RuntimeException failure) {
            return refused(failure, once, request, form);
        }
    }

    /** A no is an answer too, and is kept; anything else is thrown and may be tried again. */
    private Said refused(
            RuntimeException failure, Origin.Once once, HttpServletRequest request, @Nullable Rendering<?> form) {
        var problem = Problems.of(failure).map(Rejected::problem).orElseThrow(() -> failure);
        var undecided = problem.code().equals(Standard.CONFLICT.code());
        if (undecided || (problem.status() != 409 && problem.status() != 422)) {
            throw failure;
        }
        var body = new String(Problems.json(problem, TraceId.of(request)), StandardCharsets.UTF_8);
        try {
            return remember(once, new Said(problem.status(), Map.of("Content-Type", Problems.MEDIA_TYPE), body));
        } catch (ClaimTaken taken) {
            return again(taken.holder(), once, form);
        }
    }

    private Optional<Said> stored(Origin.Once once, @Nullable Rendering<?> form) {
        return claims.find(Answers.CLAIM, once.key()).map(claim -> again(claim, once, form));
    }

    private Said again(Claim claim, Origin.Once once, @Nullable Rendering<?> form) {
        if (!vault.belongs(claim.detail(), once)) {
            throw reused();
        }
        var said = switch (vault.read(claim.detail())) {
            case StoredAnswer.Whole whole -> whole.said();
            case StoredAnswer.Done done -> {
                if (form == null) {
                    throw new IllegalStateException(
                            "Expected a whole answer for the claim of %s; found a decision.".formatted(claim.owner()));
                }
                yield claims.find(LATE, once.key()).map(this::late).orElseGet(() -> vault.again(done, form));
            }
        };
        return said.with("Idempotent-Replayed", "true");
    }

    private Said late(Claim claim) {
        if (vault.read(claim.detail()) instanceof StoredAnswer.Whole whole) {
            return whole.said();
        }
        throw new IllegalStateException(
                "Expected a whole answer for the late claim of %s; found a decision.".formatted(claim.owner()));
    }

    private static Rejected reused() {
        return Standard.IDEMPOTENCY_KEY_REUSED.because(
                "Expected a fresh Idempotency-Key; this one belongs to a request with another method, path or body.");
    }

    private static Rejected inProgress() {
        return Standard.IDEMPOTENCY_KEY_IN_PROGRESS
                .because("Expected the first request with this key to have ended; it still runs. Repeat it later.")
                .header("Retry-After", "1");
    }
}
