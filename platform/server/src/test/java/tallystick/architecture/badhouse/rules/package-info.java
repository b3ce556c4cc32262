@NullMarked
package tallystick.architecture.badhouse.rules;

import org.jspecify.annotations.NullMarked;
