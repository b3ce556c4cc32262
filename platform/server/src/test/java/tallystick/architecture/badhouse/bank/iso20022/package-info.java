@NullMarked
package tallystick.architecture.badhouse.bank.iso20022;

import org.jspecify.annotations.NullMarked;
