/**
 * What an applicant is told who was declined, or whose application is not complete: the stored reasons in their language, what
 * the law of the place wants said, and by when. Start at {@link tallystick.audit.notices.Notice}; the law is data, in {@code notices/}.
 */
@NullMarked
package tallystick.audit.notices;

import org.jspecify.annotations.NullMarked;
