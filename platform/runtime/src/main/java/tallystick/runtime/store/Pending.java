package tallystick.runtime.store;

import java.util.concurrent.CompletableFuture;

/** A caller that waits for its append. */
record Pending(Append append, CompletableFuture<Appended> answer) {
    Pending(Append append) {
        this(append, new CompletableFuture<>());
    }

    void refuse(RuntimeException why) {
        answer.completeExceptionally(why);
    }
}
