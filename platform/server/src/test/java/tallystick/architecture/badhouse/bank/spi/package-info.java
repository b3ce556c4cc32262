@NullMarked
package tallystick.architecture.badhouse.bank.spi;

import org.jspecify.annotations.NullMarked;
