package tallystick.runtime.decide;

import org.jspecify.annotations.Nullable;

/**
 * The state of a thing as this node knows it.
 *
 * @param version its number of events
 * @param fresh false when it was remembered; then only a decision that appends can be trusted, since the append checks it
 */
record Known<S>(long version, @Nullable S state, boolean fresh) {}
