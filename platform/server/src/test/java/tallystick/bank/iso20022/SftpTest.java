package tallystick.bank.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tallystick.bank.spi.CallContext;

/** The same over SFTP, with a real server on loopback. */
class SftpTest {
    private static final String PASSWORD = "correct horse";

    private final Path root = FileBank.temporary();
    private SshServer server = SshServer.setUpDefaultServer();
    private String fingerprint = "";

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(root.resolve("out"));
        Files.createDirectories(root.resolve("in"));
        listen(0);
        var key = server.getKeyPairProvider()
                .loadKeys((SessionContext) null)
                .iterator()
                .next();
        fingerprint = KeyUtils.getFingerPrint(key.getPublic());
    }

    private void listen(int port) throws IOException {
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(root.resolve("host.key")));
        server.setPasswordAuthenticator((user, password, _) -> user.equals("tallystick") && password.equals(PASSWORD));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    private FileBank bank(String hostKey) {
        return FileBank.at(
                root,
                "out",
                "/out",
                "in",
                "/in",
                "sftp.host",
                "127.0.0.1",
                "sftp.port",
                Integer.toString(server.getPort()),
                "sftp.user",
                "tallystick",
                "sftp.password",
                PASSWORD,
                "sftp.fingerprint",
                hostKey);
    }

    @Test
    void filesGoOutAndAnswersComeIn() {
        try (var bank = bank(fingerprint)) {
            bank.submit(FileBank.payOut("instr-1", "10.00"));
            bank.rounds();
            assertThat(FileBank.payments(bank.out())).containsExactly("1");
            assertThat(FileBank.files(bank.out(), ".part")).isEmpty();
            bank.put("s.xml", Written.status("S-1", bank.sentId(), Written.whole("RJCT")));
            assertThat(bank.rounds().facts()).hasSize(1);
            assertThat(FileBank.files(bank.in().resolve("done"), ".xml")).hasSize(1);
        }
    }

    @Test
    void aHostWithAnotherKeyIsNotSpokenTo() {
        try (var bank = bank("SHA256:" + "A".repeat(43))) {
            bank.submit(FileBank.payOut("instr-1", "10.00"));
            assertThatThrownBy(bank::rounds).hasRootCauseInstanceOf(IOException.class);
            var probe = bank.adapter().probe(new CallContext(1, Duration.ofSeconds(5)));
            assertThat(probe.reachable()).isFalse();
            assertThat(FileBank.payments(bank.out())).isEmpty();
        }
    }

    @Test
    void aHostThatWasAwayGetsEachFileOnce() throws IOException {
        try (var bank = bank(fingerprint)) {
            bank.submit(FileBank.payOut("instr-1", "10.00"));
            bank.rounds();
            var port = server.getPort();
            server.stop(true);
            bank.submit(FileBank.payOut("instr-2", "10.00"));
            assertThatThrownBy(bank::rounds).isInstanceOf(java.io.UncheckedIOException.class);
            listen(port);
            bank.rounds();
            assertThat(FileBank.payments(bank.out())).containsExactlyInAnyOrder("1", "2");
        }
    }

    @Test
    void whatIsNoFingerprintIsRefused() {
        assertThatThrownBy(() -> bank("no fingerprint"))
                .hasMessage("sftp.fingerprint: expected SHA256:... of the host's key; found another text.");
        assertThat(SecurityUtils.isBouncyCastleRegistered())
                .as("nothing of it is needed")
                .isFalse();
    }
}
