/** The contract against a bank on loopback, and the keys. */
@NullMarked
package tallystick.bank.rest;

import org.jspecify.annotations.NullMarked;
