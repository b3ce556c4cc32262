/**
 * Proof that every event a group subscribes to was handled: sums kept while handling are compared with the store's. Start
 * at {@link tallystick.runtime.proof.ProjectionProof}; health and metrics read {@link tallystick.runtime.proof.ProofRounds}.
 */
@NullMarked
package tallystick.runtime.proof;

import org.jspecify.annotations.NullMarked;
