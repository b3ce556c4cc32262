/**
 * Products: versioned data that changes under four eyes. Start at {@link tallystick.application.products.Product}. Intake
 * reads the version in force.
 */
@NullMarked
package tallystick.application.products;

import org.jspecify.annotations.NullMarked;
