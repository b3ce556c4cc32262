package tallystick.runtime.web.writes;

import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads versions where they are made. */
final class StoreVersions implements Versions {
    private final JdbcClient database;

    StoreVersions(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    @Override
    public OptionalLong of(String id) {
        var last = database.sql("select sequence from store.events where id = ? order by sequence desc limit 1")
                .param(id)
                .query(Long.class)
                .optional();
        return last.map(sequence -> OptionalLong.of(sequence + 1)).orElse(OptionalLong.empty());
    }
}
