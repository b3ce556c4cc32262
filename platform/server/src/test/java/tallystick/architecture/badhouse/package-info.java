/** A house in which every law is broken once, by the class that is named after it. Nobody lives here. */
@NullMarked
package tallystick.architecture.badhouse;

import org.jspecify.annotations.NullMarked;
