/** The application context: intake, parties, placement, offers and the way to a funded contract. Internal. */
@NullMarked
package tallystick.application;

import org.jspecify.annotations.NullMarked;
