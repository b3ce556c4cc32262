/** The credit audit context: facts, decisions, reviews. Internal. */
@NullMarked
package tallystick.audit;

import org.jspecify.annotations.NullMarked;
