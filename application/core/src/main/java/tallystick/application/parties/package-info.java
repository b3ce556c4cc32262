/**
 * One record per real person or company, found by any identifier through keyed hashes. Start at {@link
 * tallystick.application.parties.Parties}. Intake resolves applicants here.
 */
@NullMarked
package tallystick.application.parties;

import org.jspecify.annotations.NullMarked;
