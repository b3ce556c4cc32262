@NullMarked
package tallystick.architecture.badhouse.application.api;

import org.jspecify.annotations.NullMarked;
