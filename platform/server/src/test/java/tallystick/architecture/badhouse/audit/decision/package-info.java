@NullMarked
package tallystick.architecture.badhouse.audit.decision;

import org.jspecify.annotations.NullMarked;
