package tallystick.bank.gateway.banks;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import tallystick.bank.spi.BankHost;
import tallystick.bank.spi.RawInbound;

/** What this node offers its adapters. It knows its address once it listens. */
final class Hosts {
    private final InstantSource clock;
    private final Environment environment;
    private final Deliveries deliveries;
    private volatile int port;

    Hosts(InstantSource clock, Environment environment, Deliveries deliveries) {
        this.clock = clock;
        this.environment = environment;
        this.deliveries = deliveries;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (!StringUtils.hasText(event.getApplicationContext().getServerNamespace())) {
            port = event.getWebServer().getPort();
        }
    }

    BankHost of(BankSettings settings) {
        return new Host(settings.bank().value());
    }

    /** An adapter in this process calls back over loopback, unless we listen elsewhere only. */
    private Optional<URI> base() {
        if (port == 0) {
            return Optional.empty();
        }
        var bound = environment.getProperty("server.address", "127.0.0.1");
        var host = bound.equals("0.0.0.0") || bound.equals("::") ? "127.0.0.1" : bound;
        return Optional.of(URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port)));
    }

    private final class Host implements BankHost {
        private final String bank;

        Host(String bank) {
            this.bank = bank;
        }

        @Override
        public String bank() {
            return bank;
        }

        @Override
        public InstantSource clock() {
            return clock;
        }

        @Override
        public Optional<URI> callbackAddress(String channel) {
            return base().map(base -> base.resolve("/callbacks/%s/%s".formatted(bank, channel)));
        }

        @Override
        public boolean deliver(RawInbound message) {
            return deliveries.deliver(bank, message);
        }
    }
}
