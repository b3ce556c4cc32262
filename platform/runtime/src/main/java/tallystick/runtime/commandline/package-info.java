/**
 * What an operator sees and types at a terminal: tasks given as the jar's first word, and the notes printed when the
 * server is ready. Start at {@link CommandLineTask}. Every feature may offer tasks and notes as beans.
 */
@NullMarked
package tallystick.runtime.commandline;

import org.jspecify.annotations.NullMarked;
