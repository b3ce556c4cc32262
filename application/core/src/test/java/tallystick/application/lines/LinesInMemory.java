package tallystick.application.lines;

import java.time.InstantSource;
import tallystick.runtime.decide.Commands;

/** The door to lines that are kept in memory. */
public final class LinesInMemory {
    private LinesInMemory() {}

    public static LineDoor door(Commands commands, InstantSource clock) {
        return new LineDoor(commands, clock);
    }
}
