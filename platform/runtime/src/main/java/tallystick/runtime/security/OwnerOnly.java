package tallystick.runtime.security;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Files with secrets: written whole or not at all, readable by their owner only, refused when others can read them. */
public final class OwnerOnly {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] FILE = attributes("rw-------");
    private static final FileAttribute<?>[] FOLDER = attributes("rwx--x--x");

    private OwnerOnly() {}

    /** Replaces the file in one step; a reader sees the old text or the new one. */
    public static void write(Path file, String text) throws IOException {
        var part = Files.createTempFile(folderOf(file), "." + file.getFileName(), ".part", FILE);
        try {
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Work that reads and writes files. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /** Runs the work while no other process or thread runs some under the same lock; makes the folder first. */
    public static <T> T locked(Path folder, String lock, Work<T> work) {
        synchronized (OwnerOnly.class) { // A file lock is per process, not per thread.
            try {
                folder(folder);
                try (var channel = FileChannel.open(
                                folder.resolve(lock), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var _ = channel.lock()) {
                    return work.run();
                }
            } catch (IOException e) {
                throw new SecurityRefused(
                        "Files in %s could not be read or written (%s). Give this process the right to, or name another folder with tallystick.data-dir."
                                .formatted(folder, e),
                        e);
            }
        }
    }

    /** Makes the folder when it is missing: others may pass through, as a database server of another user must, not list. */
    private static void folder(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder, FOLDER);
        }
    }

    /** Throws when anybody but the owner has any right on the file. */
    public static void check(Path file) throws IOException {
        if (!POSIX) {
            return;
        }
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
        if (found.stream().anyMatch(right -> !right.name().startsWith("OWNER_"))) {
            throw new SecurityRefused(
                    "%s holds secrets and must be readable by its owner only (rw-------); found %s. Run: chmod 600 %s"
                            .formatted(file, PosixFilePermissions.toString(found), file));
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "A file is in a folder.");
    }

    private static FileAttribute<?>[] attributes(String rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
