@NullMarked
package tallystick.architecture.badhouse.bank.api;

import org.jspecify.annotations.NullMarked;
