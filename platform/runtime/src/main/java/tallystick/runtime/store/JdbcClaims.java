package tallystick.runtime.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims as rows of the store. They are written by the appender only, so they keep its order. */
final class JdbcClaims implements Claims {
    private final Appender appender;
    private final JdbcClient jdbc;

    JdbcClaims(Appender appender, DataSource dataSource) {
        this.appender = appender;
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public Optional<Claim> find(String kind, String key) {
        return jdbc
                .sql("select kind, key, owner, detail from store.claims where kind = ? and key = ?")
                .params(kind, key)
                .query(GroupCommit::claims)
                .stream()
                .findFirst();
    }

    @Override
    public void record(List<Claim> claims) {
        appender.append(new Append(List.of(), claims, List.of()));
    }

    @Override
    public int forget(String kind, Instant before, int most) {
        return jdbc.sql("""
            delete from store.claims where (kind, key) in
                (select kind, key from store.claims where kind = ? and at < ? order by at limit ?)
            """)
                .params(kind, OffsetDateTime.ofInstant(before, ZoneOffset.UTC), most)
                .update();
    }
}
