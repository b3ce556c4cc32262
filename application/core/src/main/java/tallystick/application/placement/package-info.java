/**
 * Placement with banks: programmes, the router that explains itself, banks that lend together, and how each attempt stands. Start at {@link
 * tallystick.application.placement.Router}.
 */
@NullMarked
package tallystick.application.placement;

import org.jspecify.annotations.NullMarked;
