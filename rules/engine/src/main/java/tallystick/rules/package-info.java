/**
 * Compiles, checks, runs and explains rule sets. Start at {@link tallystick.rules.RuleSet}. Risk teams write tables;
 * {@code rules/policies/README.md} says how. Drools stays behind this door, and no text of a cell ever becomes code: cells
 * are checked to be numbers or plain words first.
 */
@NullMarked
package tallystick.rules;

import org.jspecify.annotations.NullMarked;
