package tallystick.runtime.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * As whom the server's programs run. PostgreSQL refuses to be root: as root it runs in a user namespace where it sees
 * itself as somebody else, or, where those are forbidden, as another user of this machine.
 */
record RunAs(List<String> prefix, @Nullable UnixUser user) {
    private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

    /** Whether a command works here; a parameter so that a test can forbid some. */
    interface Probe extends Predicate<List<String>> {
        static Probe real() {
            return command -> Shell.run(command, Duration.ofSeconds(10)).succeeded();
        }
    }

    /** The owner of an existing cluster stays its owner; a new one gets the first way that works. */
    static RunAs choose(Path cluster, Probe probe) {
        long self = owner(Path.of("/proc/self"));
        boolean exists = Files.exists(cluster);
        if (self != 0) {
            if (exists && owner(cluster) != self) {
                throw foreign(cluster);
            }
            return new RunAs(List.of(), null);
        }
        if (exists && owner(cluster) != 0) {
            var owner = UnixUser.byId(owner(cluster)).orElseThrow(() -> foreign(cluster));
            return as(owner, probe).orElseThrow(() -> noWay(cluster));
        }
        return inNamespace(probe).or(() -> asAnotherUser(probe)).orElseThrow(() -> noWay(cluster));
    }

    private static Optional<RunAs> inNamespace(Probe probe) {
        var prefix = List.of("unshare", "-U", "--");
        return works(probe, prefix) ? Optional.of(new RunAs(prefix, null)) : Optional.empty();
    }

    private static Optional<RunAs> asAnotherUser(Probe probe) {
        return UNPRIVILEGED.stream()
                .flatMap(name -> UnixUser.byName(name).stream())
                .flatMap(user -> as(user, probe).stream())
                .findFirst();
    }

    private static Optional<RunAs> as(UnixUser user, Probe probe) {
        return Stream.of(
                        List.of("setpriv", "--reuid=" + user.uid(), "--regid=" + user.gid(), "--clear-groups", "--"),
                        List.of("runuser", "-u", user.name(), "--"),
                        List.of("su", user.name(), "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--"))
                .filter(prefix -> works(probe, prefix))
                .findFirst()
                .map(prefix -> new RunAs(prefix, user));
    }

    private static boolean works(Probe probe, List<String> prefix) {
        return probe.test(join(prefix, List.of("true")));
    }

    List<String> command(List<String> program) {
        return join(prefix, program);
    }

    /** Hands a file or a folder with all it holds to the server's user, if it is not there yet. */
    void own(Path path) throws IOException {
        if (user == null || owner(path) == user.uid()) {
            return;
        }
        try (var paths = Files.walk(path)) {
            for (Path each : paths.toList()) {
                Files.setAttribute(each, "unix:uid", user.uid(), NOFOLLOW_LINKS);
                Files.setAttribute(each, "unix:gid", user.gid(), NOFOLLOW_LINKS);
            }
        }
    }

    @Override
    public String toString() {
        return user != null ? "user " + user.name() : prefix.isEmpty() ? "this user" : "this user, in a user namespace";
    }

    private static List<String> join(List<String> first, List<String> second) {
        var both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private static long owner(Path path) {
        try {
            return ((Number) Files.getAttribute(path, "unix:uid")).longValue();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot find the owner of " + path, e);
        }
    }

    private static DatabaseRefused foreign(Path cluster) {
        return new DatabaseRefused(
                "The database folder %s belongs to another user of this machine.".formatted(cluster),
                "Start as that user, or hand the folder over with chown -R.");
    }

    private static DatabaseRefused noWay(Path cluster) {
        return new DatabaseRefused(
                "PostgreSQL refuses to run as root, user namespaces are forbidden here (unshare -U fails), and no way"
                        + " to"
                        + " run %s as another user was found (tried setpriv, runuser and su).".formatted(cluster),
                "Start this process as an ordinary user, allow user namespaces, or run your own PostgreSQL and set"
                        + " tallystick.database.mode=postgres.");
    }
}
