package tallystick.bank.gateway.reports;

import java.sql.Timestamp;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.bank.api.BankEvent.BreakOpened;
import tallystick.bank.api.BankEvent.DoubtHandedOver;
import tallystick.bank.api.ReportEvent.BreakReported;
import tallystick.kernel.Ids;

/** Everything a person must look at. */
public final class BreaksView {
    private static final String OWNER = "operations";

    @EventHandler
    void on(BreakOpened event, JdbcTemplate jdbc) {
        var id = event.instruction().value();
        add(jdbc, event.bank().value(), id, event.kind(), event.expected(), event.found(), OWNER, event.at());
    }

    @EventHandler
    void on(DoubtHandedOver event, JdbcTemplate jdbc) {
        var id = event.instruction().value();
        add(jdbc, event.bank().value(), id, "doubt", "a last word", "silence", event.owner(), event.at());
    }

    @EventHandler
    void on(BreakReported event, JdbcTemplate jdbc) {
        add(jdbc, event.bank().value(), null, event.kind(), event.expected(), event.found(), OWNER, event.at());
    }

    private static void add(
            JdbcTemplate jdbc,
            String bank,
            @Nullable String instruction,
            String kind,
            String expected,
            String found,
            String owner,
            Instant at) {
        var id = Ids.derived("break", bank, instruction == null ? "" : instruction, kind, found, at.toString());
        jdbc.update("""
            insert into bank.breaks_v1 (id, at, bank, instruction, kind, expected, found, owner)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """, id, Timestamp.from(at), bank, instruction, kind, expected, found, owner);
    }
}
