package tallystick.bank.iso20022;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server on loopback that shows one folder; it can go away and come back. */
public final class SftpHost implements AutoCloseable {
    private static final String USER = "tallystick";
    private static final String PASSWORD = "correct horse";

    private final Path root;
    private SshServer server;

    private SftpHost(Path root, SshServer server) {
        this.root = root;
        this.server = server;
    }

    public static SftpHost of(Path root) {
        return new SftpHost(root, listening(root, 0));
    }

    private static SshServer listening(Path root, int port) {
        var server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(root.resolve("host.key")));
        server.setPasswordAuthenticator((user, password, _) -> user.equals(USER) && password.equals(PASSWORD));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        try {
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return server;
    }

    /** Not there, until it {@linkplain Away#close comes back} under the same address. */
    Away away() {
        var port = server.getPort();
        close();
        return () -> server = listening(root, port);
    }

    /** While it is not there. */
    interface Away extends AutoCloseable {
        @Override
        void close();
    }

    private String fingerprint() {
        try {
            var key = server.getKeyPairProvider().loadKeys(null).iterator().next();
            return KeyUtils.getFingerPrint(key.getPublic());
        } catch (IOException | java.security.GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What the adapter is told of it. */
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("sftp.host", "127.0.0.1");
        settings.put("sftp.port", Integer.toString(server.getPort()));
        settings.put("sftp.user", USER);
        settings.put("sftp.password", PASSWORD);
        settings.put("sftp.fingerprint", fingerprint());
        return settings;
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
