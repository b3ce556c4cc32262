package tallystick.runtime.processing;

/** This process among its equals. New at every start, so that a restarted node does not inherit a dead one's claims. */
public record NodeName(String text) {
    @Override
    public String toString() {
        return text;
    }
}
