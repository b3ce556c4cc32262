package tallystick.runtime.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Starts or finds the database, brings it up to date, and only then hands out ways to reach it. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseConfiguration {
    @Bean
    DataFolder dataFolder(@Value("${tallystick.data-dir:./data}") Path path) {
        return new DataFolder(path).ready();
    }

    @Bean
    @ConditionalOnProperty(name = "tallystick.database.mode", havingValue = "embedded", matchIfMissing = true)
    EmbeddedServer embeddedServer(DataFolder folder, DatabaseSettings settings) {
        return EmbeddedServer.start(folder, settings.embedded());
    }

    /** Asks the settings first, so that a mode that does not exist is refused by name. */
    @Bean
    DatabaseAddress databaseAddress(
            DatabaseSettings settings, ObjectProvider<EmbeddedServer> embedded, Environment environment) {
        return switch (settings.mode()) {
            case EMBEDDED -> embedded.getObject().address();
            case POSTGRES ->
                OwnPostgres.address(
                        environment.getProperty("spring.datasource.url"),
                        environment.getProperty("spring.datasource.username"),
                        environment.getProperty("spring.datasource.password"));
        };
    }

    @Bean
    MigratedDatabase migratedDatabase(DatabaseAddress address, ObjectProvider<ContextSchema> contexts) {
        Migrations.migrate(address, contexts.orderedStream().toList());
        return new MigratedDatabase(address);
    }

    @Bean
    Connections connections(MigratedDatabase database) {
        return new Connections(database.address());
    }

    @Bean
    @Primary
    DataSource dataSource(Connections connections, DatabaseSettings settings) {
        var pool = connections.pool("pool", settings.poolSize());
        pool.setConnectionTimeout(settings.poolTimeout().toMillis());
        return pool;
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    /** Exists once every migration has run, so that what depends on it comes after. */
    record MigratedDatabase(DatabaseAddress address) {}
}
