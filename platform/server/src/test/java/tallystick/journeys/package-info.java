/**
 * Whole ways through the product over HTTP, by the contract alone. Start at {@link tallystick.journeys.Platform} and
 * {@link tallystick.journeys.GoodWayTest}.
 */
@NullMarked
package tallystick.journeys;

import org.jspecify.annotations.NullMarked;
