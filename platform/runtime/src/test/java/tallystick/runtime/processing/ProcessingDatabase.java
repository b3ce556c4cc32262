package tallystick.runtime.processing;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.testing.TestDatabase;

/** A fresh database with the table of the read model in these tests. */
public final class ProcessingDatabase {
    private ProcessingDatabase() {}

    public static HikariDataSource fresh() {
        var address = TestDatabase.fresh().address();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(12);
        new JdbcTemplate(pool).execute("""
            create table reference.balances_v1 (
                account text primary key, amount bigint not null, log text not null)\
            """);
        return pool;
    }
}
