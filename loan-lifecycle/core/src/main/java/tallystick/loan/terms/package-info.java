/** From the terms of a contract to those of the engine: the only place that maps them. Start at {@link EngineTerms}. */
@NullMarked
package tallystick.loan.terms;

import org.jspecify.annotations.NullMarked;
