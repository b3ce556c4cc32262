/**
 * What banks send us: verified, kept as it came, answered, and only then worked off. Start at {@link
 * tallystick.bank.gateway.inbox.CallbacksController}. Internal.
 */
@NullMarked
package tallystick.bank.gateway.inbox;

import org.jspecify.annotations.NullMarked;
