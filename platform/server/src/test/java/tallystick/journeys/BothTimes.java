package tallystick.journeys;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import tallystick.bank.sandbox.SandboxAdapter;
import tallystick.bank.sandbox.SandboxControls;
import tallystick.bank.sandbox.SandboxFactory;
import tallystick.bank.spi.BankHost;

/** The time of a platform and of a bank that run elsewhere, moved together: each believes only what is signed now. */
final class BothTimes implements InstantSource, AutoCloseable {
    private final SandboxAdapter bank;
    private Duration lead = Duration.ZERO;

    BothTimes(BankProcess bank) {
        var settings = Map.of("secret", BankProcess.SECRET, "url", bank.url());
        this.bank = (SandboxAdapter) new SandboxFactory().create(settings, new Host(this));
    }

    SandboxControls bank() {
        return bank.controls();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(lead);
    }

    /** On a busy machine a call may take longer than the time it moves on: then that time has come by itself. */
    void pass(Duration more, Door platform) {
        bank().moveTo(instant().plus(more));
        lead = lead.plus(more);
        var moved = platform.put("bank", "/sandbox/clock", "{\"now\":\"%s\"}".formatted(instant()));
        if (moved.status() != 200) {
            moved.refused(409, "clock-backwards");
        }
    }

    @Override
    public void close() {
        bank.close();
    }

    private record Host(InstantSource clock) implements BankHost {
        @Override
        public String bank() {
            return "sandbox";
        }

        @Override
        public Optional<URI> callbackAddress(String channel) {
            return Optional.empty();
        }
    }
}
