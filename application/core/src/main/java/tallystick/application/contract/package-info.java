/**
 * The contract as a document: made when an offer is accepted, kept by the hash of its bytes, signed by that hash. Start
 * at {@link tallystick.application.contract.Contracts}.
 */
@NullMarked
package tallystick.application.contract;

import org.jspecify.annotations.NullMarked;
