/**
 * JSON as the contract has it: strict on the way in, money and rates as strings both ways. Start at {@link
 * tallystick.runtime.web.json.WebJson} and {@link tallystick.runtime.web.json.StrictJson}.
 */
@NullMarked
package tallystick.runtime.web.json;

import org.jspecify.annotations.NullMarked;
