package tallystick.bank.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One message the bank will send, or keep for whoever asks.
 *
 * @param told whether it is called back
 * @param answers whether it is part of the answer to a query
 * @param disguise a fault that spoils its signature
 */
record Telling(
        String webhookId,
        String body,
        Duration after,
        boolean told,
        boolean answers,
        @Nullable Fault disguise) {
    Telling after(Duration later) {
        return new Telling(webhookId, body, later, told, answers, disguise);
    }

    Telling untold() {
        return new Telling(webhookId, body, after, false, answers, disguise);
    }

    Telling as(String otherId, @Nullable Fault otherDisguise, Duration otherAfter) {
        return new Telling(otherId, body, otherAfter, true, false, otherDisguise);
    }
}
