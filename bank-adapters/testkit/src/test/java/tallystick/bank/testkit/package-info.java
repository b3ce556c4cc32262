/** That the contract catches those who do not keep it. */
@NullMarked
package tallystick.bank.testkit;

import org.jspecify.annotations.NullMarked;
