@NullMarked
package tallystick.architecture.badhouse.runtime.store;

import org.jspecify.annotations.NullMarked;
