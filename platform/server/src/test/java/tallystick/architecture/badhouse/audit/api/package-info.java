@NullMarked
package tallystick.architecture.badhouse.audit.api;

import org.jspecify.annotations.NullMarked;
