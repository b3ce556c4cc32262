/** Tests. */
@NullMarked
package tallystick.bank.iso20022;

import org.jspecify.annotations.NullMarked;
