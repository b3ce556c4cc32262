/**
 * A new version of a read model catches up beside the live one and takes its place. Start at {@link
 * tallystick.runtime.processing.rebuild.ReadModelVersions}; {@link tallystick.runtime.processing.rebuild.Rebuild} makes a
 * read model again from events, for proofs.
 */
@NullMarked
package tallystick.runtime.processing.rebuild;

import org.jspecify.annotations.NullMarked;
