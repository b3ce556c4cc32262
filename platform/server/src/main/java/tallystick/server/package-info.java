/** The process: its main class, its settings and what it prints when it is ready. Start at {@link TallystickServer}. */
@NullMarked
package tallystick.server;

import org.jspecify.annotations.NullMarked;
