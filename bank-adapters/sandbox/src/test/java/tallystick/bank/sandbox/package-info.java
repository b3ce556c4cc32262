/** The bank's words, signatures and decisions, without its database. */
@NullMarked
package tallystick.bank.sandbox;

import org.jspecify.annotations.NullMarked;
