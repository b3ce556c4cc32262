package tallystick.runtime.processing.batch;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.Faults;
import tallystick.runtime.processing.GroupName;

/** Which groups stand still until somebody has looked. Durable, so that every node and every start obeys. */
public final class Halts {
    private final JdbcTemplate jdbc;

    public Halts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Why a group was halted. */
    public record Halt(long position, String error) {}

    public Optional<Halt> of(GroupName group) {
        return jdbc
                .query(
                        "select position, error from %s.halts where processor = ?".formatted(group.schema()),
                        (row, _) -> new Halt(row.getLong(1), row.getString(2)),
                        group.text())
                .stream()
                .findFirst();
    }

    void halt(GroupName group, long position, Throwable fault) {
        jdbc.update(
                "insert into %s.halts (processor, position, error) values (?, ?, ?) on conflict do nothing"
                        .formatted(group.schema()),
                group.text(),
                position,
                Faults.text(fault));
    }

    /** Lets the group go on, beginning with the event that halted it. */
    public boolean resume(GroupName group) {
        return jdbc.update("delete from %s.halts where processor = ?".formatted(group.schema()), group.text()) == 1;
    }
}
