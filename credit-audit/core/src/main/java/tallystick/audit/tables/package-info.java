/** Tables that ship with the context: law, authority, words. */
@NullMarked
package tallystick.audit.tables;

import org.jspecify.annotations.NullMarked;
