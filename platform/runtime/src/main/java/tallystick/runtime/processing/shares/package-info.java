/**
 * Sharing segments between nodes: who lives, and how many segments each may claim. Start at {@link
 * tallystick.runtime.processing.shares.FairShare}. For the packages of processing only.
 */
@NullMarked
package tallystick.runtime.processing.shares;

import org.jspecify.annotations.NullMarked;
