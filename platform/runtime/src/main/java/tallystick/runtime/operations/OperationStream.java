package tallystick.runtime.operations;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tallystick.runtime.web.json.WebJson;

/** Sends an operation again whenever it has changed, until it has ended. */
final class OperationStream {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Operations operations;
    private final Duration longest;

    OperationStream(Operations operations, Duration longest) {
        this.operations = operations;
        this.longest = longest;
    }

    SseEmitter follow(String id) {
        var emitter = new SseEmitter(longest.toMillis());
        Thread.ofVirtual().name("operation-stream").start(() -> send(id, emitter));
        return emitter;
    }

    private void send(String id, SseEmitter emitter) {
        try {
            @Nullable OperationView seen = null;
            while (seen == null || !seen.state().ended()) {
                var now = operations.view(id);
                if (!now.equals(seen)) {
                    emitter.send(SseEmitter.event()
                            .name("operation")
                            .data(WebJson.get().writeValueAsString(now), MediaType.TEXT_PLAIN));
                }
                seen = now;
                Thread.sleep(LOOK);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            // The reader went away or the time is over; it comes again if it still wants to know.
            emitter.complete();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException failure) {
            emitter.completeWithError(failure);
        }
    }
}
