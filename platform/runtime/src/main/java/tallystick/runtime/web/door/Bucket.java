package tallystick.runtime.web.door;

/** Tokens that come back evenly over the window; one is taken per request. */
final class Bucket {
    private final double most;
    private final double perNano;
    private double tokens;
    private long seen;

    Bucket(HttpLimits.Rate rate, long now) {
        most = rate.requests();
        perNano = most / rate.window().toNanos();
        tokens = most;
        seen = now;
    }

    /**
     * @param left requests that could follow at once
     * @param seconds until one more can be taken, or until the bucket is full again when one was
     */
    record Taken(boolean ok, long left, long seconds) {}

    synchronized Taken take(long now) {
        tokens = Math.min(most, tokens + Math.max(0, now - seen) * perNano);
        seen = Math.max(seen, now);
        if (tokens < 1) {
            return new Taken(false, 0, seconds(1 - tokens));
        }
        tokens -= 1;
        return new Taken(true, (long) tokens, seconds(most - tokens));
    }

    private long seconds(double missing) {
        return Math.max(1, (long) Math.ceil(missing / perNano / 1e9));
    }
}
