package tallystick.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tallystick.runtime.testing.TestDatabase;

class DatabaseConfigurationTest {
    @TempDir
    Path folder;

    private ApplicationContextRunner context() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DatabaseConfiguration.class))
                .withPropertyValues("tallystick.data-dir=" + folder.resolve("data"));
    }

    @Test
    void withoutAnySettingADatabaseRunsInTheDataFolder() {
        context().run(spring -> {
            assertThat(spring).hasNotFailed();
            var database = spring.getBean(JdbcClient.class);
            assertThat(database.sql("show data_directory").query(String.class).single())
                    .isEqualTo(folder.resolve("data/postgres").toString());
            assertThat(database.sql("select count(*) from quartz.qrtz_locks")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
            assertThat(spring).hasSingleBean(DataSourceTransactionManager.class);
        });
        assertThat(PidFile.of(folder.resolve("data/postgres"))).isEmpty(); // Stopped with the context.
    }

    @Test
    void anOperatorsPostgresIsUsedAsItIs() {
        var database = TestDatabase.fresh();
        context().withPropertyValues(database.propertyPairs()).run(spring -> {
            assertThat(spring).hasNotFailed().doesNotHaveBean(EmbeddedServer.class);
            assertThat(spring.getBean(DataSource.class)
                            .getConnection()
                            .getMetaData()
                            .getURL())
                    .isEqualTo(database.address().url());
        });
    }

    @Test
    void aDedicatedConnectionSaysWhatItIsFor() {
        context().withPropertyValues(TestDatabase.fresh().propertyPairs()).run(spring -> {
            try (var connection = spring.getBean(Connections.class).open("appender");
                    var answer = connection.createStatement().executeQuery("show application_name")) {
                answer.next();
                assertThat(answer.getString(1)).isEqualTo("tallystick appender");
            }
        });
    }

    @Test
    void modePostgresWithoutAnUrlSaysWhatToSet() {
        context()
                .withPropertyValues("tallystick.database.mode=postgres")
                .run(spring -> assertThat(spring.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(DatabaseRefused.class)
                        .hasMessageContaining("spring.datasource.url is not set")
                        .hasMessageContaining("leave the mode at embedded"));
    }

    @Test
    void anotherDatabaseThanPostgresIsRefused() {
        context()
                .withPropertyValues("tallystick.database.mode=postgres", "spring.datasource.url=jdbc:h2:mem:x")
                .run(spring -> assertThat(spring.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("which is not PostgreSQL's"));
    }

    @Test
    void aModeThatDoesNotExistIsRefusedByName() {
        context()
                .withPropertyValues("tallystick.database.mode=oracle")
                .run(spring ->
                        assertThat(spring.getStartupFailure()).rootCause().hasMessageContaining("oracle"));
    }

    @Test
    void aLimitThatCannotWorkIsRefusedByName() {
        context()
                .withPropertyValues("tallystick.database.pool-size=1")
                .run(spring -> assertThat(spring.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("tallystick.database.pool-size is 1; expected 2 or more"));
    }
}
