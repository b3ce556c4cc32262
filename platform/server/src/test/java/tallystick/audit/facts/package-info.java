/** What our own books tell of a party, with a database. */
@NullMarked
package tallystick.audit.facts;

import org.jspecify.annotations.NullMarked;
