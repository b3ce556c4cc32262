/** Compiles, checks, runs and explains rule sets; Drools stays behind this door. */
@NullMarked
package tallystick.rules;

import org.jspecify.annotations.NullMarked;
