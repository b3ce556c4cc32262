package tallystick.runtime.telemetry;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/** Metrics, health and trace ids. */
@AutoConfiguration
public class TelemetryConfiguration {}
