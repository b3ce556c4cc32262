/** What adapters need of this server and operators need not say. */
@NullMarked
package tallystick.server.banks;

import org.jspecify.annotations.NullMarked;
