/** What banks tell of their own accord. */
@NullMarked
package tallystick.bank.gateway.reports;

import org.jspecify.annotations.NullMarked;
