package tallystick.application.placement;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.ProgrammeData;
import tallystick.application.api.ProgrammeEvent.ProgrammeAdded;
import tallystick.application.intake.Programmes;
import tallystick.kernel.BankId;
import tallystick.kernel.ProgrammeId;
import tallystick.runtime.web.json.WebJson;

/** Which programmes there are, numbered as they came. */
public final class ProgrammeList implements Programmes {
    private final JdbcClient database;

    ProgrammeList(JdbcClient database) {
        this.database = database;
    }

    @EventHandler
    void on(ProgrammeAdded event, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into application.programmes_v1 (id, bank, data) values (?, ?, cast(? as jsonb)) on conflict"
                        + " (id) do nothing",
                event.programme().value(),
                event.bank().value(),
                WebJson.get().writeValueAsString(event.data()));
    }

    List<Router.Numbered> all() {
        return database.sql("select nr, id, bank, data from application.programmes_v1 order by nr")
                .query((row, _) -> new Router.Numbered(
                        row.getInt("nr"),
                        new Programme(
                                new ProgrammeId(row.getString("id")),
                                new BankId(row.getString("bank")),
                                WebJson.get().readValue(row.getString("data"), ProgrammeData.class))))
                .list();
    }

    @Override
    public List<String> of(String product) {
        return all().stream()
                .filter(numbered -> numbered.programme().data().product().equals(product))
                .map(numbered -> numbered.programme().id().name())
                .toList();
    }
}
