/**
 * What every context shares: money, rates, ids, business dates, refusals and sealed personal data. Start at {@link
 * tallystick.kernel.Addressed} and {@link tallystick.kernel.Refusal}. Knows the JDK only; everybody may use it.
 */
@NullMarked
package tallystick.kernel;

import org.jspecify.annotations.NullMarked;
