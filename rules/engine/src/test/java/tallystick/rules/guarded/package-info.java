@NullMarked
package tallystick.rules.guarded;

import org.jspecify.annotations.NullMarked;
