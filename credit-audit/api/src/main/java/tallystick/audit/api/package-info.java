/**
 * May we lend, how much, at what price, and who must look at it. Start at {@link tallystick.audit.api.AuditCommand} and
 * {@link tallystick.audit.api.AuditEvent}; a referred case is a review, see {@link tallystick.audit.api.ReviewEvent}.
 */
@NullMarked
package tallystick.audit.api;

import org.jspecify.annotations.NullMarked;
