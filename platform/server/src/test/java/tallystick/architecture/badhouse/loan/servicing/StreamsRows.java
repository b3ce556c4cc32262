package tallystick.architecture.badhouse.loan.servicing;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

public final class StreamsRows {
    Stream<String> all(JdbcClient database) {
        return database.sql("select 1").query(String.class).stream();
    }
}
