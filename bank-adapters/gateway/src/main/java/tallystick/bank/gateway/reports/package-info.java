/** What banks tell of their own accord, and everything that does not fit: the breaks. Internal. */
@NullMarked
package tallystick.bank.gateway.reports;

import org.jspecify.annotations.NullMarked;
