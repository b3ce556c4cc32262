package tallystick.runtime.store;

import java.time.Instant;

/** The end of the log: the last position, the chain's hash there, and when it was recorded. */
record Head(long position, byte[] hash, Instant recordedAt) {}
