package tallystick.runtime.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.axonframework.messaging.HandlerExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.multipart.MultipartException;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.runtime.decide.Stale;
import tallystick.runtime.store.ClaimTaken;
import tallystick.runtime.store.Conflict;
import tallystick.runtime.store.OutcomeUnknown;
import tallystick.runtime.store.StoreBusy;

/** From any exception to the answer it deserves; empty for what nobody expected. */
final class Translation {
    private Translation() {}

    static Optional<Rejected> of(Throwable failure) {
        return switch (failure) {
            case Rejected rejected -> Optional.of(rejected);
            case Refused refused -> Optional.of(Problem.of(refused.refusal()).rejected());
            case ValueNotAllowed value -> Optional.of(value.problem().rejected());
            case Conflict _ -> Optional.of(conflict());
            case Stale stale -> Optional.of(Standard.STALE.because(String.valueOf(stale.getMessage())));
            case ClaimTaken taken -> Optional.of(taken(taken));
            case HandlerExecutionException remote ->
                remote.<Object>getDetails()
                        .filter(Refusal.class::isInstance)
                        .map(details -> Problem.of((Refusal) details).rejected())
                        .or(() -> ofCause(remote));
            case AccessDeniedException denied ->
                Optional.of(Standard.FORBIDDEN.because(String.valueOf(denied.getMessage())));
            case StoreBusy _, OutcomeUnknown _, TransientDataAccessException _, DataAccessResourceFailureException _ ->
                Optional.of(unavailable());
            case CompletionException wrapped -> ofCause(wrapped);
            case ExecutionException wrapped -> ofCause(wrapped);
            case TypeMismatchException mismatch ->
                Optional.of(Standard.MALFORMED.because("Expected %s to be %s; found %s."
                        .formatted(
                                mismatch.getPropertyName(),
                                form(mismatch.getRequiredType()),
                                Words.shown(String.valueOf(mismatch.getValue())))));
            case MultipartException _
            when failure.getCause() instanceof IllegalStateException ->
                Optional.of(Standard.TOO_LARGE.because("Expected a smaller upload; send the parts one by one."));
            case MultipartException _ ->
                Optional.of(Standard.MALFORMED.because("Expected multipart parts as RFC 7578."));
            case ServletRequestBindingException binding ->
                Optional.of(Standard.MALFORMED.because(
                        "Expected all required parameters: " + binding.getBody().getDetail()));
            case HttpMessageNotReadableException unreadable ->
                Optional.of(Standard.MALFORMED.because("Expected a body; found %s."
                        .formatted(unreadable.getCause() == null ? "none" : "one that cannot be read")));
            case ErrorResponse spring -> Optional.of(ofSpring(spring));
            default -> Optional.empty();
        };
    }

    private static Rejected conflict() {
        return Standard.CONFLICT
                .because("Expected to be the only one changing it; others kept winning. Repeat with the same key.")
                .header("Retry-After", "1");
    }

    private static Rejected unavailable() {
        return Standard.UNAVAILABLE
                .because("Expected the store to answer in time; it did not. Repeat with the same key.")
                .header("Retry-After", "1");
    }

    private static Rejected taken(ClaimTaken taken) {
        return Standard.ALREADY_TAKEN
                .with("Expected a free %s; it is taken. Choose another value."
                        .formatted(taken.holder().kind()))
                .facts(Map.of("kind", taken.holder().kind()))
                .rejected();
    }

    private static Rejected ofSpring(ErrorResponse spring) {
        var kind = Standard.forStatus(spring.getStatusCode().value());
        var rejected = kind.because(kind.remedy());
        var allow = spring.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null ? rejected : rejected.header(HttpHeaders.ALLOW, allow);
    }

    private static Optional<Rejected> ofCause(Throwable failure) {
        return Optional.ofNullable(failure.getCause()).flatMap(Translation::of);
    }

    private static String form(@Nullable Class<?> type) {
        return switch (type) {
            case Class<?> day when day == LocalDate.class -> "a date such as 2026-03-31";
            case Class<?> time when time == Instant.class -> "an instant such as 2026-03-31T10:15:30Z";
            case Class<?> truth when truth == boolean.class || truth == Boolean.class -> "true or false";
            case Class<?> number
            when number.isPrimitive() || Number.class.isAssignableFrom(number) -> "a whole number in range";
            case Class<?> words when words.isEnum() -> "one of " + Arrays.toString(words.getEnumConstants());
            case null, default -> "of the described form";
        };
    }
}
