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
import java.util.Comparator;
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
            return files.filter(Files::isRegularFile)
                    .map(file -> new Entry(
                            file.getFileName().toString(), file.toFile().length()))
                    .filter(entry ->
                            entry.name().endsWith(".xml") || entry.name().endsWith(".sha256"))
                    .sorted(Comparator.comparing(Entry::name))
                    .toList();
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
    public void move(String name, String below) throws IOException {
        var folder = Files.createDirectories(at(below));
        try {
            Files.move(at(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
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
