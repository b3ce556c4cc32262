/**
 * What is known of a case when it is decided: stated by the applicant, given by sources under their consent, and found in
 * our own books. A source that gives nothing leaves a gap, and policy decides what a gap means. Start at {@link
 * tallystick.audit.facts.Gatherer}; who connects a bureau or a registry implements {@link
 * tallystick.audit.facts.FactSource}.
 */
@NullMarked
package tallystick.audit.facts;

import org.jspecify.annotations.NullMarked;
