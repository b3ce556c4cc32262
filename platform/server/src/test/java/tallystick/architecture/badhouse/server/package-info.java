@NullMarked
package tallystick.architecture.badhouse.server;

import org.jspecify.annotations.NullMarked;
