@NullMarked
package tallystick.architecture.badhouse.application.offers;

import org.jspecify.annotations.NullMarked;
