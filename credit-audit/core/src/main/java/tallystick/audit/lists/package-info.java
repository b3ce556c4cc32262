/** What the context's lists share. */
@NullMarked
package tallystick.audit.lists;

import org.jspecify.annotations.NullMarked;
