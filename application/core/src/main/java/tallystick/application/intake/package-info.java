/**
 * Drafts, submission, withdrawal and what officers see of applications. Start at {@link
 * tallystick.application.intake.ApplicationsController}.
 */
@NullMarked
package tallystick.application.intake;

import org.jspecify.annotations.NullMarked;
