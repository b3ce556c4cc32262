package tallystick.runtime.proof;

/** How many events, and the sum of their hashes: the same whatever the order they were added in. */
record Sum(long events, long hashes) {
    static final Sum NONE = new Sum(0, 0);

    Sum plus(Sum other) {
        return new Sum(events + other.events, hashes + other.hashes);
    }

    static Sum of(String eventId) {
        return new Sum(1, Block.hash(eventId));
    }
}
