/** From the terms of the API to those of the engine, in one place. Start at {@link tallystick.loan.terms.EngineTerms}. */
@NullMarked
package tallystick.loan.terms;

import org.jspecify.annotations.NullMarked;
