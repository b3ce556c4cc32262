/** Sends instructions to banks through their adapters and takes in what banks say. Internal. */
@NullMarked
package tallystick.bank.gateway;

import org.jspecify.annotations.NullMarked;
