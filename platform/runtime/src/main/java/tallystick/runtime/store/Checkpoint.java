package tallystick.runtime.store;

import java.time.Instant;

/** The chain's hash at a position, as signed at some time with some key. */
record Checkpoint(long position, byte[] hash, Instant at, String keyId, byte[] signature) {}
