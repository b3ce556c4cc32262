/**
 * What operators see: metrics with the names of {@link tallystick.runtime.telemetry.MetricNames} (read first), health,
 * and the trace id that follows a request through messages into every log line. Other features of the runtime report
 * here through {@link tallystick.runtime.telemetry.CommandMetrics}, {@link
 * tallystick.runtime.telemetry.AppendMetrics} and {@link tallystick.runtime.telemetry.ProcessingReadings}; this package
 * knows none of them.
 */
@NullMarked
package tallystick.runtime.telemetry;

import org.jspecify.annotations.NullMarked;
