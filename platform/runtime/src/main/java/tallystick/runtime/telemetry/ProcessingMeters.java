package tallystick.runtime.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** A gauge per group and figure, all from one shared reading. Bound when every group is known. */
record ProcessingMeters(
        ProcessingReadings source, Reading<List<ProcessingReadings.Group>> reading, MeterRegistry registry)
        implements SmartInitializingSingleton {
    @Override
    public void afterSingletonsInstantiated() {
        source.groups().forEach(group -> {
            gauge(MetricNames.PROCESSING_LAG, group, ProcessingReadings.Group::lag);
            gauge(MetricNames.DEAD_LETTERS, group, ProcessingReadings.Group::deadLetters);
            gauge(MetricNames.PARKED_STEPS, group, ProcessingReadings.Group::parkedSteps);
            gauge(MetricNames.PROCESSING_HALTED, group, one -> one.halted() == null ? 0 : 1);
        });
    }

    private void gauge(String name, String group, ToDoubleFunction<ProcessingReadings.Group> figure) {
        Gauge.builder(name, reading, r -> r.number(all -> figure(all, group, figure)))
                .tag("group", group)
                .strongReference(true)
                .register(registry);
    }

    private static double figure(
            List<ProcessingReadings.Group> all, String name, ToDoubleFunction<ProcessingReadings.Group> figure) {
        return all.stream()
                .filter(group -> group.name().equals(name))
                .mapToDouble(figure)
                .findFirst()
                .orElse(Double.NaN);
    }
}
