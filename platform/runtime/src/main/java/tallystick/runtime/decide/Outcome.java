package tallystick.runtime.decide;

import tallystick.kernel.Refusal;

/** What became of one of many commands. */
public sealed interface Outcome<S> {
    record Done<S>(Decided<S> decided) implements Outcome<S> {}

    record Refused<S>(Refusal refusal) implements Outcome<S> {}

    /** Not decided: a conflict that did not go away, or a fault. Nothing was appended; it may be sent again. */
    record Failed<S>(String id, RuntimeException cause) implements Outcome<S> {}
}
