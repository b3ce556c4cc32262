/**
 * Letters as PDF from data alone: the same words give the same bytes, for ever and everywhere. Start at {@link Letter}.
 */
@NullMarked
package tallystick.loan.pdf;

import org.jspecify.annotations.NullMarked;
