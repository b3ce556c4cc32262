@NullMarked
package tallystick.architecture.badhouse.bank.rest;

import org.jspecify.annotations.NullMarked;
