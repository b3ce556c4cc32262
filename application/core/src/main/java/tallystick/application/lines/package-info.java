/**
 * Funding lines: how much of a programme is left. Reserved and confirmed never exceed the limit. Start at {@link
 * tallystick.application.lines.FundingLine}.
 */
@NullMarked
package tallystick.application.lines;

import org.jspecify.annotations.NullMarked;
