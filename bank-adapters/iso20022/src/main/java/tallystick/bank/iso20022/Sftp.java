package tallystick.bank.iso20022;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/**
 * A folder at the bank, over SFTP. Only a host whose key is known is spoken to. One connection, made when it is needed and
 * again after it broke; nothing is repeated by itself.
 */
final class Sftp implements Folder {
    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final Host host;
    private final String path;
    private final SshClient client;
    private @Nullable ClientSession session;
    private @Nullable SftpClient channel;

    /**
     * Where it is, and who we are there.
     *
     * @param fingerprint of the host's key, {@code SHA256:...}
     */
    record Host(
            String name,
            int port,
            String user,
            String fingerprint,
            @Nullable Path key,
            @Nullable String password) {
        Host {
            if (!fingerprint.matches("SHA256:[A-Za-z0-9+/=]{43,44}")) {
                throw new IllegalArgumentException(
                        "sftp.fingerprint: expected SHA256:... of the host's key; found another text.");
            }
            if (key == null && password == null) {
                throw new IllegalArgumentException("sftp.key: expected a key or a password; found neither.");
            }
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "%s@%s:%d".formatted(user, name, port);
        }
    }

    Sftp(Host host, String path) {
        this.host = host;
        this.path = path;
        this.client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((_, _, key) -> isKnown(key));
        client.start();
    }

    private boolean isKnown(PublicKey key) {
        return host.fingerprint().equals(KeyUtils.getFingerPrint(key));
    }

    /** A call over the line. */
    @FunctionalInterface
    private interface Call<T> {
        T on(SftpClient channel) throws IOException;
    }

    /** What broke once is not used again. */
    private synchronized <T> T call(Call<T> call) throws IOException {
        try {
            return call.on(channel());
        } catch (SftpException answer) {
            throw answer;
        } catch (IOException broken) {
            hangUp();
            throw broken;
        } catch (UncheckedIOException broken) {
            hangUp();
            throw broken.getCause();
        }
    }

    private SftpClient channel() throws IOException {
        if (channel != null && channel.isOpen()) {
            return channel;
        }
        hangUp();
        var opened = client.connect(host.user(), host.name(), host.port())
                .verify(WITHIN)
                .getSession();
        session = opened;
        identify(opened);
        opened.auth().verify(WITHIN);
        channel = SftpClientFactory.instance().createSftpClient(opened);
        return channel;
    }

    private void identify(ClientSession opened) throws IOException {
        if (host.password() != null) {
            opened.addPasswordIdentity(host.password());
        }
        if (host.key() != null) {
            try {
                new FileKeyPairProvider(host.key()).loadKeys(opened).forEach(opened::addPublicKeyIdentity);
            } catch (RuntimeException unreadable) {
                throw new IOException("The key could not be read.", unreadable);
            }
        }
    }

    private void hangUp() throws IOException {
        var open = session;
        session = null;
        channel = null;
        if (open != null) {
            open.close(true);
        }
    }

    @Override
    public List<Entry> list() throws IOException {
        return call(sftp -> StreamSupport.stream(sftp.readDir(path).spliterator(), false)
                .filter(entry -> entry.getAttributes().isRegularFile())
                .map(entry -> new Entry(
                        entry.getFilename(),
                        entry.getAttributes().getSize(),
                        entry.getAttributes().getModifyTime().toInstant()))
                .filter(entry -> entry.name().matches("[^/\\\\]+\\.(xml|sha256)"))
                .sorted(Entry.IN_ORDER)
                .toList());
    }

    @Override
    public byte[] read(String name, int most) throws IOException {
        return call(sftp -> {
            try (var in = sftp.read(at(name))) {
                var content = in.readNBytes(most);
                if (in.read() >= 0) {
                    throw new IOException("Expected at most %d bytes; found more.".formatted(most));
                }
                return content;
            }
        });
    }

    /** Through to the disk, where the host can; and as long as it ought to be. */
    @Override
    public void write(String name, byte[] content) throws IOException {
        call(sftp -> {
            try (var file = sftp.open(at(name), EnumSet.of(OpenMode.Create, OpenMode.Write, OpenMode.Truncate))) {
                sftp.write(file, 0, content, 0, content.length);
                var fsync = sftp.getExtension(OpenSSHFsyncExtension.class);
                if (fsync != null && fsync.isSupported()) {
                    fsync.fsync(file);
                }
            }
            if (sftp.stat(at(name)).getSize() != content.length) {
                throw new IOException("Expected the host to have all of %s; found less.".formatted(name));
            }
            return true;
        });
    }

    /** Only "no such file" says that it is not there. */
    @Override
    public boolean exists(String name) throws IOException {
        return call(sftp -> {
            try {
                return sftp.stat(at(name)).isRegularFile();
            } catch (SftpException answer) {
                if (answer.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                    return false;
                }
                throw answer;
            }
        });
    }

    @Override
    public void rename(String from, String to) throws IOException {
        call(sftp -> {
            sftp.rename(at(from), at(to));
            return true;
        });
    }

    @Override
    public void move(String name, String below, String as) throws IOException {
        call(sftp -> {
            var folder = path + "/" + below;
            make(sftp, folder);
            try {
                sftp.rename(at(name), folder + "/" + as);
            } catch (SftpException there) {
                sftp.stat(folder + "/" + as); // The same bytes under the same name, or this says why not.
                sftp.remove(at(name));
            }
            return true;
        });
    }

    private static void make(SftpClient sftp, String folder) throws IOException {
        try {
            sftp.mkdir(folder);
        } catch (SftpException there) {
            sftp.stat(folder); // Or it cannot be made, and this says so.
        }
    }

    private String at(String name) {
        if (!name.matches("[^/\\\\.][^/\\\\]*")) {
            throw new IllegalArgumentException("Expected the bare name of a file; found another text.");
        }
        return path + "/" + name;
    }

    @Override
    public synchronized void close() {
        try {
            hangUp();
        } catch (IOException gone) {
            // It was to be closed.
        }
        client.stop();
    }
}
