@NullMarked
package tallystick.architecture.badhouse.console;

import org.jspecify.annotations.NullMarked;
