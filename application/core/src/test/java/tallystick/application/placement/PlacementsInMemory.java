package tallystick.application.placement;

import java.time.InstantSource;
import tallystick.application.lines.LineDoor;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Things;

/** Placements that reserve on lines that are kept in memory, and rank nothing. */
public final class PlacementsInMemory {
    private PlacementsInMemory() {}

    @SuppressWarnings("NullAway") // No programme is looked for, and no exposure.
    public static Placements of(Things things, Commands commands, LineDoor door, InstantSource clock) {
        var reservations = new Reservations(things, commands, door, null, clock);
        return new Placements(null, things, commands, reservations, null, null, clock);
    }
}
