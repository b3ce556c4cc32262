/** Who is owed a notice, with a database. */
@NullMarked
package tallystick.audit.notices;

import org.jspecify.annotations.NullMarked;
