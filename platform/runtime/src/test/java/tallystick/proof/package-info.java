/**
 * Proofs of the whole machine in processes of their own: kills of nodes and databases, two nodes at once. Start at {@link
 * tallystick.proof.Aftermath}, which says what must hold after anything.
 */
@NullMarked
package tallystick.proof;

import org.jspecify.annotations.NullMarked;
