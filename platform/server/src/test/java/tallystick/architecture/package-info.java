/**
 * Who may know whom, and other laws of the house, as tests. Start at {@link
 * tallystick.architecture.WhoMayKnowWhom}. Every rule is also run on {@code badhouse}, a house in which each law is
 * broken once, so that a rule that has stopped working is noticed.
 */
@NullMarked
package tallystick.architecture;

import org.jspecify.annotations.NullMarked;
