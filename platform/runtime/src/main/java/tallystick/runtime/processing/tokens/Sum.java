package tallystick.runtime.processing.tokens;

/** How many events, and the sum of their hashes: the same whatever the order they were added in. */
public record Sum(long events, long hashes) {
    public static final Sum NONE = new Sum(0, 0);

    public Sum plus(Sum other) {
        return new Sum(events + other.events, hashes + other.hashes);
    }

    public static Sum of(String eventId) {
        return new Sum(1, Block.hash(eventId));
    }
}
