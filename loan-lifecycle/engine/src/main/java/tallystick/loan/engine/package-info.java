/** Pure loan mathematics: terms and facts in, schedule, position and allocation out. JDK only. */
@NullMarked
package tallystick.loan.engine;

import org.jspecify.annotations.NullMarked;
