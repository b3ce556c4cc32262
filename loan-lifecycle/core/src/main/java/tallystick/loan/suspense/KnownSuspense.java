package tallystick.loan.suspense;

import tallystick.loan.api.SuspenseId;
import tallystick.runtime.decide.Things;

/** What is or was in suspense, as it is now: for those who repeat a step that may have put it there. */
public final class KnownSuspense {
    private final Things things;

    KnownSuspense(Things things) {
        this.things = things;
    }

    public boolean has(SuspenseId item) {
        return things.find(Suspense.class, item.value()).isPresent();
    }
}
