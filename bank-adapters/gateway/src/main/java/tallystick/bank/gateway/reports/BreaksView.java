package tallystick.bank.gateway.reports;

import java.sql.Timestamp;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.bank.api.BankEvent;
import tallystick.bank.api.BankEvent.BreakOpened;
import tallystick.bank.api.BankEvent.DoubtHandedOver;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.InstructionReturned;
import tallystick.bank.api.BankEvent.ResolutionApproved;
import tallystick.bank.api.BreakEvent.BreakResolved;
import tallystick.bank.api.BreakEvent.ExplanationProposed;
import tallystick.bank.api.BreakId;
import tallystick.bank.api.ReportEvent.BreakReported;
import tallystick.kernel.Ids;

/** Everything a person must look at. */
public final class BreaksView {
    private static final String OWNER = "operations";

    @EventHandler
    void on(BreakOpened event, JdbcTemplate jdbc) {
        var id = event.instruction().value();
        var its = id(
                event.bank().value(),
                id,
                event.kind(),
                event.found(),
                event.at().toString());
        add(jdbc, its, event.bank().value(), id, event.kind(), event.expected(), event.found(), OWNER, event.at());
    }

    @EventHandler
    void on(DoubtHandedOver event, JdbcTemplate jdbc) {
        var id = event.instruction().value();
        var its = id(event.bank().value(), id, BreakCase.DOUBT, event.at().toString());
        add(jdbc, its, event.bank().value(), id, BreakCase.DOUBT, "a last word", "silence", event.owner(), event.at());
    }

    /** A report is of one thing: of two that were found alike at once, each is a case. */
    @EventHandler
    void on(BreakReported event, JdbcTemplate jdbc) {
        var its = id(event.report().value());
        add(jdbc, its, event.bank().value(), null, event.kind(), event.expected(), event.found(), OWNER, event.at());
    }

    @EventHandler
    void on(ExplanationProposed event, JdbcTemplate jdbc) {
        now(jdbc, "PROPOSED", event.at(), "id = ?", event.id().value());
    }

    @EventHandler
    void on(BreakResolved event, JdbcTemplate jdbc) {
        now(jdbc, "RESOLVED", event.at(), "id = ?", event.id().value());
    }

    @EventHandler
    void on(InstructionConfirmed event, JdbcTemplate jdbc) {
        doubtEnds(event, event.at(), jdbc);
    }

    @EventHandler
    void on(InstructionRejected event, JdbcTemplate jdbc) {
        doubtEnds(event, event.at(), jdbc);
    }

    @EventHandler
    void on(InstructionReturned event, JdbcTemplate jdbc) {
        doubtEnds(event, event.at(), jdbc);
    }

    @EventHandler
    void on(ResolutionApproved event, JdbcTemplate jdbc) {
        doubtEnds(event, event.at(), jdbc);
    }

    /** A last word, the bank's or two people's, is what was missing. */
    private static void doubtEnds(BankEvent event, Instant at, JdbcTemplate jdbc) {
        now(
                jdbc,
                "RESOLVED",
                at,
                "instruction = ? and kind = '" + BreakCase.DOUBT + "'",
                event.instruction().value());
    }

    private static void now(JdbcTemplate jdbc, String state, Instant at, String which, String id) {
        jdbc.update(
                "update bank.breaks_v1 set state = ?, changed_at = ? where state <> 'RESOLVED' and " + which,
                state,
                Timestamp.from(at),
                id);
    }

    private static String id(String... parts) {
        return Ids.derived(BreakId.KIND, parts);
    }

    private static void add(
            JdbcTemplate jdbc,
            String id,
            String bank,
            @Nullable String instruction,
            String kind,
            String expected,
            String found,
            String owner,
            Instant at) {
        jdbc.update("""
            insert into bank.breaks_v1 (id, at, bank, instruction, kind, expected, found, owner)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """, id, Timestamp.from(at), bank, instruction, kind, expected, found, owner);
    }
}
