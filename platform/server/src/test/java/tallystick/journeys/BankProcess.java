package tallystick.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import tallystick.bank.sandbox.SandboxServer;
import tallystick.runtime.testing.TestDatabase;

/** The sandbox bank as a process of its own, with its own database. */
record BankProcess(Process process, int port) implements AutoCloseable {
    static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

    static BankProcess start(TestDatabase database, int platform) throws IOException {
        var its = database.address();
        var port = Child.freePort();
        return new BankProcess(
                Child.start(
                        "bank",
                        SandboxServer.class,
                        List.of(
                                "port=" + port,
                                "secret=" + SECRET,
                                "database.url=" + its.url(),
                                "database.user=" + its.user(),
                                "database.password=" + its.password(),
                                "callback=http://127.0.0.1:" + platform + "/callbacks/sandbox/webhook")),
                port);
    }

    /** Waits until it listens. */
    void ready() {
        Awaitility.await().until(() -> {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return true;
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
