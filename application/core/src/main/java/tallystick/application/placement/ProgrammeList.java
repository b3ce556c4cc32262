package tallystick.application.placement;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.ProgrammeData;
import tallystick.application.api.ProgrammeEvent.ProgrammeAdded;
import tallystick.application.api.ProgrammeEvent.ProgrammeApproved;
import tallystick.application.intake.Programmes;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.runtime.web.json.WebJson;

/** Which programmes there are. Those of a product are numbered as they came, which is the same on every node for ever. */
public final class ProgrammeList implements Programmes {
    private final JdbcClient database;

    ProgrammeList(JdbcClient database) {
        this.database = database;
    }

    @EventHandler
    void on(ProgrammeAdded event, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into application.programmes_v1 (id, bank, data, added_at) values (?, ?, cast(? as jsonb), ?) on"
                        + " conflict (id) do nothing",
                event.programme().value(),
                event.bank().value(),
                WebJson.get().writeValueAsString(event.data()),
                OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC));
    }

    @EventHandler
    void on(ProgrammeApproved event, JdbcTemplate jdbc) {
        jdbc.update(
                "update application.programmes_v1 set data = cast(? as jsonb), approved = true where id = ?",
                WebJson.get().writeValueAsString(event.data()),
                event.programme().value());
    }

    /** Those that serve a product, in the order in which they were added. */
    List<Listed> serving(String product) {
        return where("data ->> 'product' = ?", product);
    }

    List<Listed> of(BankId bank) {
        return where("bank = ?", bank.value());
    }

    private List<Listed> where(String condition, String value) {
        return database.sql("select row_number() over (order by added_at, id) as nr, id, bank, data, approved"
                        + " from application.programmes_v1 where " + condition + " order by nr")
                .param(value)
                .query((row, _) -> new Listed(
                        row.getInt("nr"),
                        new ProgrammeId(row.getString("id")),
                        new BankId(row.getString("bank")),
                        WebJson.get().readValue(row.getString("data"), ProgrammeData.class),
                        row.getBoolean("approved")))
                .list();
    }

    @Override
    public List<Open> open(String product, @Nullable Money amount, @Nullable Integer count) {
        return serving(product).stream()
                .filter(Listed::approved)
                .map(Listed::data)
                .filter(data -> (amount == null || data.amount().contains(amount.amount()))
                        && (count == null || data.count().contains(count)))
                .map(data -> new Open(data.id(), Objects.requireNonNullElse(data.requires(), List.of())))
                .toList();
    }
}
