package tallystick.runtime.telemetry;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fault in words that can be stored and shown: its types and SQL states, never its message, which may quote data. */
public final class FaultNames {
    private static final int DEEPEST = 6;

    private FaultNames() {}

    public static String of(Throwable fault) {
        return Stream.iterate(fault, each -> each != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(FaultNames::one)
                .collect(Collectors.joining(" <- "));
    }

    private static String one(Throwable fault) {
        String name = fault.getClass().getSimpleName();
        return fault instanceof SQLException sql ? "%s(%s)".formatted(name, sql.getSQLState()) : name;
    }
}
