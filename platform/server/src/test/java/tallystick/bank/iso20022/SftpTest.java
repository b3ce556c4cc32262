package tallystick.bank.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tallystick.bank.spi.CallContext;

/** The same over SFTP, with a real server on loopback. */
class SftpTest {
    private final Path root = FileBank.temporary();
    private final SftpHost host = SftpHost.of(root);

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(root.resolve("out"));
        Files.createDirectories(root.resolve("in"));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private FileBank bank(String... others) {
        var settings = host.settings();
        settings.put("out", "/out");
        settings.put("in", "/in");
        for (var nr = 0; nr < others.length; nr += 2) {
            settings.put(others[nr], others[nr + 1]);
        }
        return FileBank.at(
                root,
                settings.entrySet().stream()
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                        .toArray(String[]::new));
    }

    @Test
    void filesGoOutAndAnswersComeIn() {
        try (var bank = bank()) {
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
        try (var bank = bank("sftp.fingerprint", "SHA256:" + "A".repeat(43))) {
            bank.submit(FileBank.payOut("instr-1", "10.00"));
            assertThatThrownBy(bank::rounds).hasRootCauseInstanceOf(IOException.class);
            var probe = bank.adapter().probe(new CallContext(1, Duration.ofSeconds(5)));
            assertThat(probe.reachable()).isFalse();
            assertThat(FileBank.payments(bank.out())).isEmpty();
        }
    }

    @Test
    void aHostThatWasAwayGetsEachFileOnce() {
        try (var bank = bank()) {
            bank.submit(FileBank.payOut("instr-1", "10.00"));
            bank.rounds();
            try (var _ = host.away()) {
                bank.submit(FileBank.payOut("instr-2", "10.00"));
                assertThatThrownBy(bank::rounds).isInstanceOf(java.io.UncheckedIOException.class);
            }
            bank.rounds();
            assertThat(FileBank.payments(bank.out())).containsExactlyInAnyOrder("1", "2");
        }
    }

    @Test
    void whatIsNoFingerprintIsRefused() {
        assertThatThrownBy(() -> bank("sftp.fingerprint", "no fingerprint"))
                .hasMessage("sftp.fingerprint: expected SHA256:... of the host's key; found another text.");
        assertThat(SecurityUtils.isBouncyCastleRegistered())
                .as("nothing of it is needed")
                .isFalse();
    }
}
