/**
 * Whether the bank's statement says what we believe. Start at {@link tallystick.bank.gateway.reconciliation.Matching}; {@link
 * tallystick.bank.gateway.reconciliation.Reconciler} fetches, compares and tells. Internal.
 */
@NullMarked
package tallystick.bank.gateway.reconciliation;

import org.jspecify.annotations.NullMarked;
