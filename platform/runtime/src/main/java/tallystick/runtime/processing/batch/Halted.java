package tallystick.runtime.processing.batch;

import tallystick.runtime.processing.GroupName;

/** The group stands still. Thrown at each look until operations resume it. */
final class Halted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Halted(GroupName group, Halts.Halt halt) {
        super(
                "Group '%s' is halted since position %d (%s). Mend the cause, then resume it."
                        .formatted(group, halt.position(), halt.error()),
                null,
                false,
                false);
    }
}
