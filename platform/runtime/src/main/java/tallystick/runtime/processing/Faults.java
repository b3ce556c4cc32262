package tallystick.runtime.processing;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import tallystick.runtime.store.OutcomeUnknown;
import tallystick.runtime.store.StoreBusy;

/** Tells a fault that may pass by itself from one that an event brings with it. */
public final class Faults {
    private static final int LONGEST_TEXT = 300;
    /** Connection, resources, operator intervention, serialization and deadlock: classes of SQLState. */
    private static final List<String> PASSING_STATES = List.of("08", "40", "53", "55", "57", "58");

    private Faults() {}

    /** True when the database or the way to it failed, so that the same event may well succeed later. */
    public static boolean passing(Throwable fault) {
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (passes(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case TransientDataAccessException _ -> true;
            case RecoverableDataAccessException _ -> true;
            case DataAccessResourceFailureException _ -> true;
            case CannotCreateTransactionException _ -> true;
            case org.axonframework.modelling.command.ConcurrencyException _ -> true;
            case StoreBusy _ -> true;
            case OutcomeUnknown _ -> true;
            case SQLException sql ->
                sql.getSQLState() != null && PASSING_STATES.stream().anyMatch(sql.getSQLState()::startsWith);
            default -> false;
        };
    }

    /** What is kept of a fault: class and first line of the root cause. PostgreSQL's details, which quote values, go. */
    public static String text(Throwable fault) {
        var root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var message = root.getMessage() == null
                ? ""
                : root.getMessage().lines().findFirst().orElse("");
        var text = root.getClass().getName() + ": " + message;
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
