package tallystick.bank.gateway.banks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.bank.spi.Probe;

/**
 * Whether each bank can be reached, asked every minute. A bank that is away is not our illness: it is shown and measured,
 * and does not take this node out of service.
 */
final class Probes {
    private static final Logger LOG = LoggerFactory.getLogger(Probes.class);

    private final Banks banks;
    private final Map<String, Probe> last = new ConcurrentHashMap<>();

    Probes(Banks banks, MeterRegistry registry) {
        this.banks = banks;
        for (var bank : banks.all()) {
            Gauge.builder("tallystick.bank.reachable", () -> isAway(bank) ? 0 : 1)
                    .tag("bank", bank.id().value())
                    .description("1 while the bank's last probe reached it")
                    .register(registry);
        }
    }

    private boolean isAway(Bank bank) {
        return of(bank).filter(probe -> !probe.reachable()).isPresent();
    }

    /** What the last probe saw; empty before the first. */
    Optional<Probe> of(Bank bank) {
        return Optional.ofNullable(last.get(bank.id().value()));
    }

    void run() {
        for (var bank : banks.all()) {
            var now = bank.probe();
            var before = last.put(bank.id().value(), now);
            if (before == null || before.reachable() != now.reachable()) {
                LOG.info("{} is {}: {}", bank.id(), now.reachable() ? "reachable" : "away", now.says());
            }
        }
    }
}
