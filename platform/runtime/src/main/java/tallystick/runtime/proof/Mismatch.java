package tallystick.runtime.proof;

import tallystick.runtime.processing.GroupName;

/**
 * A block in which a group handled something else than the store holds.
 *
 * @param segment the saga segment, or -1 when the sum is over all segments
 */
public record Mismatch(
        GroupName group, long block, int segment, long stored, long handled, long firstPosition, long lastPosition) {
    @Override
    public String toString() {
        return "group '%s', positions %d to %d%s: the store has %d events for it, it accounted for %d%s"
                .formatted(
                        group,
                        firstPosition,
                        lastPosition,
                        segment < 0 ? "" : " in segment " + segment,
                        stored,
                        handled,
                        stored == handled ? ", and they are not the same" : "");
    }
}
