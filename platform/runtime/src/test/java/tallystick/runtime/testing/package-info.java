/** A real PostgreSQL for tests, one per JVM. Start at {@link TestDatabase}. For the tests of every module. */
@NullMarked
package tallystick.runtime.testing;

import org.jspecify.annotations.NullMarked;
