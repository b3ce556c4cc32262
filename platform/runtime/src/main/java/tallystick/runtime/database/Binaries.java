package tallystick.runtime.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar that brings them. */
record Binaries(Path folder) {
    /** Major and minor version of the programs we ship; the folder's name, so that an upgrade unpacks anew. */
    static final String VERSION = "18.1";

    static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    static Binaries unpack(Path parent) {
        Path folder = parent.resolve("postgresql-" + VERSION);
        try {
            if (Files.notExists(folder)) {
                unpackBeside(parent, folder);
            }
            return new Binaries(folder);
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "PostgreSQL's programs cannot be unpacked to %s (%s).".formatted(folder, e),
                    "Check that the disk has 100 MB free and that the folder can be written.",
                    e);
        }
    }

    /** Unpacks beside and renames, so that a folder that exists is whole, however many processes do this at once. */
    private static void unpackBeside(Path parent, Path folder) throws IOException {
        Files.createDirectories(parent);
        Path beside = Files.createTempDirectory(parent, "unpacking");
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, beside);
            }
            open(parent);
            openAll(beside);
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (Files.notExists(folder)) {
                throw e;
            }
        } finally {
            FileSystemUtils.deleteRecursively(beside);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive reaches out of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void openAll(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            for (Path folder : paths.filter(path -> Files.isDirectory(path, NOFOLLOW_LINKS))
                    .toList()) {
                open(folder);
            }
        }
    }

    /** Whatever our umask: the server may run as another user. */
    private static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static InputStream archive() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        String name = switch (system) {
            case "Linux amd64" -> "/postgres-linux-x86_64.txz";
            case "Linux aarch64" -> "/postgres-linux-arm_64.txz";
            default -> "";
        };
        InputStream archive = name.isEmpty() ? null : Binaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new DatabaseRefused(
                    "The embedded PostgreSQL runs on Linux amd64 and aarch64; this is %s.".formatted(system),
                    "Run your own PostgreSQL and set tallystick.database.mode=postgres with spring.datasource.url,"
                            + " username and password.");
        }
        return archive;
    }
}
