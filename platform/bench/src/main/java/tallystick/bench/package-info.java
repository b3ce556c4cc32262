/**
 * What the machine is held to, measured: one {@link tallystick.bench.Measurement} per bar, each against stock Axon or raw
 * PostgreSQL in the same run. Start at {@link tallystick.bench.Bench}; nobody uses it but people at a terminal.
 */
@NullMarked
package tallystick.bench;

import org.jspecify.annotations.NullMarked;
