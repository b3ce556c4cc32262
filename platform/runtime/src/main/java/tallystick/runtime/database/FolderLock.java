package tallystick.runtime.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says that one living process owns a data folder. The operating system holds the lock, so that a killed process frees
 * it; the file's text tells others who the owner is.
 */
final class FolderLock implements AutoCloseable {
    /** On Linux, closing any channel on a file drops this process's locks on it: so never open a file we hold. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderLock take(DataFolder folder) {
        Path file = folder.realPath().resolve("postgres.lock");
        if (!HELD_HERE.add(file)) {
            throw taken(folder, "this same process");
        }
        FolderLock lock = null;
        try {
            lock = tryTake(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + file, e);
        } finally {
            if (lock == null) {
                HELD_HERE.remove(file);
            }
        }
        if (lock == null) {
            throw taken(folder, owner(file));
        }
        return lock;
    }

    private static @Nullable FolderLock tryTake(Path file) throws IOException {
        var channel = FileChannel.open(file, CREATE, READ, WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return null;
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(self().getBytes(UTF_8)));
        return new FolderLock(file, channel);
    }

    private static String self() {
        var process = ProcessHandle.current();
        var since = process.info()
                .startInstant()
                .map(start -> " running since " + start)
                .orElse("");
        return "process " + process.pid() + since;
    }

    private static String owner(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "another process";
        }
    }

    private static DatabaseRefused taken(DataFolder folder, String owner) {
        return new DatabaseRefused(
                "The data folder %s is in use by %s.".formatted(folder.path(), owner),
                "Stop that process, or give this one a folder of its own with tallystick.data-dir.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unlock " + file, e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
