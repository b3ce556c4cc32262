package tallystick.bench;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Time on processors, which says more than a rate where others use the machine too.
 *
 * @param server the process that started the database's others
 */
record Spent(ProcessHandle server, Duration ours, Duration database) {
    static Spent sofar(ProcessHandle server) {
        return new Spent(
                server,
                time(ProcessHandle.current()),
                Stream.concat(Stream.of(server), server.descendants())
                        .map(Spent::time)
                        .reduce(Duration.ZERO, Duration::plus));
    }

    Map<String, Long> since() {
        var now = sofar(server);
        return Map.of(
                "platform, sandbox bank and callers", now.ours.minus(ours).toMillis(),
                "database", now.database.minus(database).toMillis());
    }

    private static Duration time(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
