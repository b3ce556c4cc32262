package tallystick.server.sandbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallystick.bank.gateway.banks.BankDefaults;
import tallystick.bank.gateway.banks.BankSettings;
import tallystick.runtime.database.DatabaseAddress;

/** Gives the sandbox a database of its own beside ours, unless operators have named one: bank and platform share nothing. */
@Component
class SandboxDatabase implements BankDefaults {
    private static final Pattern NAME = Pattern.compile("/(?<name>[A-Za-z0-9_.-]+)(?=\\?|$)");

    private final DatabaseAddress ours;

    SandboxDatabase(DatabaseAddress ours) {
        this.ours = ours;
    }

    @Override
    public String adapter() {
        return BankSettings.SANDBOX;
    }

    @Override
    public Map<String, String> of(BankSettings settings) {
        if (settings.own().containsKey("url") || settings.own().containsKey("database.url")) {
            return Map.of();
        }
        var name = name(settings);
        make(name);
        return Map.of(
                "database.url", NAME.matcher(ours.url()).replaceFirst("/" + name),
                "database.user", ours.user(),
                "database.password", ours.password());
    }

    private String name(BankSettings settings) {
        var found = NAME.matcher(ours.url());
        if (!found.find()) {
            throw refused("its address names no database", null);
        }
        return "%s_%s".formatted(found.group("name"), settings.bank().value().replace('-', '_'));
    }

    /** Nodes that start together may both try; it is enough that it is there in the end. */
    private void make(String name) {
        try (var connection = DriverManager.getConnection(ours.url(), ours.user(), ours.password())) {
            if (isThere(connection, name)) {
                return;
            }
            try (var statement = connection.createStatement()) {
                statement.execute("create database \"" + name + "\"");
            } catch (SQLException e) {
                if (!isThere(connection, name)) {
                    throw e;
                }
            }
        } catch (SQLException e) {
            throw refused(e.toString(), e);
        }
    }

    private static boolean isThere(Connection connection, String name) throws SQLException {
        try (var select = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            select.setString(1, name);
            try (var found = select.executeQuery()) {
                return found.next();
            }
        }
    }

    private static IllegalStateException refused(String why, @Nullable Exception cause) {
        return new IllegalStateException(
                "No database could be made for the sandbox bank (%s). Make one and name it with tallystick.banks.sandbox.database.url, .user and .password; or name other banks under tallystick.banks."
                        .formatted(why),
                cause);
    }
}
