package tallystick.bank.iso20022;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

/** A folder on this machine, or one that is mounted. */
final class Directory implements Folder {
    private final Path path;

    Directory(Path path) throws IOException {
        this.path = Files.createDirectories(path);
    }

    @Override
    public List<Entry> list() throws IOException {
        try (var files = Files.list(path)) {
            return files.map(file -> file.toFile())
                    .filter(file -> file.isFile() && file.getName().matches(".+\\.(xml|sha256)"))
                    .map(file -> new Entry(file.getName(), file.length(), modified(file.toPath())))
                    .sorted(Entry.IN_ORDER)
                    .toList();
        }
    }

    /** What is gone meanwhile comes last, and is found to be gone. */
    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.MAX;
        }
    }

    @Override
    public byte[] read(String name, int most) throws IOException {
        try (var in = Files.newInputStream(at(name))) {
            var content = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new IOException("Expected at most %d bytes; found more.".formatted(most));
            }
            return content;
        }
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        try (var file = FileChannel.open(
                at(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        guard(at(name));
        sync();
    }

    /** Accounts stand in it: the owner and the group that carries it to the bank, and nobody else. */
    private static void guard(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        }
    }

    @Override
    public boolean exists(String name) {
        return Files.exists(at(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(at(from), at(to), StandardCopyOption.ATOMIC_MOVE);
        sync();
    }

    @Override
    public void move(String name, String below, String as) throws IOException {
        var folder = Files.createDirectories(at(below));
        try {
            Files.move(at(name), folder.resolve(as), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException elsewhere) {
            return; // Another node has moved it.
        }
        sync();
    }

    /** The names are on the disk, too. */
    private void sync() throws IOException {
        try (var folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private Path at(String name) {
        if (name.isEmpty() || name.contains("/") || name.contains("\\") || name.startsWith(".")) {
            throw new IllegalArgumentException("Expected the bare name of a file; found another text.");
        }
        return path.resolve(name);
    }
}
