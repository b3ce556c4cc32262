package tallystick.runtime.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The operator's PostgreSQL: looked at before anything is done to it. */
final class OwnPostgres {
    /** The oldest we try our SQL on. */
    static final int OLDEST = 16;

    private OwnPostgres() {}

    static DatabaseAddress address(@Nullable String url, @Nullable String user, @Nullable String password) {
        if (url == null || !url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseRefused(
                    "tallystick.database.mode is postgres, but spring.datasource.url is %s."
                            .formatted(url == null ? "not set" : "'" + url + "', which is not PostgreSQL's"),
                    "Set it to jdbc:postgresql://<host>:5432/<database>, with spring.datasource.username and password;"
                            + " or leave the mode at embedded.");
        }
        if (user == null) {
            throw new DatabaseRefused(
                    "tallystick.database.mode is postgres, but spring.datasource.username is not set.",
                    "Name a user that may create schemas in that database.");
        }
        var address = new DatabaseAddress(url, user, password == null ? "" : password);
        refuseOldVersion(address);
        return address;
    }

    private static void refuseOldVersion(DatabaseAddress address) {
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            var server = connection.getMetaData();
            if (server.getDatabaseMajorVersion() < OLDEST) {
                throw new DatabaseRefused(
                        "The database is PostgreSQL %s; expected %d or newer."
                                .formatted(server.getDatabaseProductVersion(), OLDEST),
                        "Upgrade it, or name another with spring.datasource.url.");
            }
        } catch (SQLException e) {
            throw unreachable(address, e);
        }
    }

    static DatabaseRefused unreachable(DatabaseAddress address, SQLException e) {
        return new DatabaseRefused(
                "The database cannot be used as %s (%s).".formatted(address, e.getMessage()),
                "Check spring.datasource.url, username and password, and that the server runs.",
                e);
    }
}
