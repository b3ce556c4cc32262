package tallystick.runtime.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that keeps what this process must find again after a restart. Setting {@code tallystick.data-dir}. */
public record DataFolder(Path path) {
    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** The folder itself, however many names lead to it. */
    Path realPath() {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot find the data folder " + path, e);
        }
    }

    /** Makes the folder if it is missing and proves that it can be written. */
    public DataFolder ready() {
        try {
            if (Files.notExists(path)) {
                Files.createDirectories(path);
                // Passable but not listable: the server may run as another user and must get through to its folder.
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
            }
            Files.delete(Files.createTempFile(path, "writable", ".probe"));
            return this;
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "The data folder %s cannot be made or written (%s).".formatted(path, e),
                    "Give this process write access to it, free some disk space, or name another folder with"
                            + " tallystick.data-dir.",
                    e);
        }
    }
}
