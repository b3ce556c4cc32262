/**
 * Signatures through a service: asked for over REST, answered by a callback that is signed. Start at {@link
 * tallystick.application.signing.SigningService}, which is the port; what an answer means is decided by the application.
 */
@NullMarked
package tallystick.application.signing;

import org.jspecify.annotations.NullMarked;
