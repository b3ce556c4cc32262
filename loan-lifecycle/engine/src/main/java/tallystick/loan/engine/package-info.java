/**
 * Pure loan mathematics: terms and dated facts in; schedule, position, allocation and yields out. Same input, same
 * output, for ever. Start at {@link tallystick.loan.engine.LoanTerms} and {@link tallystick.loan.engine.LoanEngine}.
 * Knows the kernel and the JDK; the loan context uses it.
 */
@NullMarked
package tallystick.loan.engine;

import org.jspecify.annotations.NullMarked;
