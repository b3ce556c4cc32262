package tallystick.runtime.commandline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.database.DatabaseConfiguration;
import tallystick.runtime.testing.TestDatabase;

@Isolated("reads what the whole process prints")
class CommandLineTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static List<String> given = List.of();

    @BeforeEach
    void forget() {
        given = List.of();
    }

    @Test
    void settingsAloneStartTheServerAndAWordFirstIsATask() {
        assertThat(CommandLine.namesTask()).isFalse();
        assertThat(CommandLine.namesTask("--server.port=1")).isFalse();
        assertThat(CommandLine.namesTask("verify-record", "--server.port=1")).isTrue();
    }

    @Test
    void aTaskGetsItsWordsAndAnUpToDateDatabase() {
        assertThat(run("count-locks", "loudly")).isZero();
        assertThat(given).containsExactly("loudly", "2 locks", "processing false", "calendar false");
    }

    @Test
    void aTaskThatFindsSomethingWrongEndsWithOne() {
        assertThat(run("find-fault")).isOne();
    }

    @Test
    void aTaskThatFailsEndsWithOne() {
        assertThat(run("break")).isOne();
    }

    @Test
    void anUnknownTaskEndsWithOneAndListsThoseThereAre() {
        var before = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, UTF_8));
        try {
            assertThat(run("no-such-task")).isOne();
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(UTF_8))
                .contains("There is no task 'no-such-task'")
                .contains("count-locks")
                .contains("Finds a fault.");
    }

    private static int run(String... words) {
        var settings = Stream.of(DATABASE.propertyPairs()).map(pair -> "--" + pair);
        var dataFolder = Stream.of("--tallystick.data-dir=target/command-line-test");
        var all = Stream.of(Stream.of(words), settings, dataFolder).flatMap(each -> each);
        return CommandLine.run(Application.class, all.toArray(String[]::new));
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DatabaseConfiguration.class)
    static class Application {
        @Bean
        CommandLineTask countLocks(JdbcClient database, Environment environment) {
            return new CommandLineTask("count-locks", "Counts locks.", words -> {
                int locks = database.sql("select count(*) from quartz.qrtz_locks")
                        .query(Integer.class)
                        .single();
                given = List.of(
                        words.getFirst(),
                        locks + " locks",
                        "processing " + environment.getProperty("tallystick.processing.enabled"),
                        "calendar " + environment.getProperty("tallystick.calendar.enabled"));
                return true;
            });
        }

        @Bean
        CommandLineTask findFault() {
            return new CommandLineTask("find-fault", "Finds a fault.", _ -> false);
        }

        @Bean
        CommandLineTask breaks() {
            return new CommandLineTask("break", "Breaks.", _ -> {
                throw new IllegalStateException("broken");
            });
        }
    }
}
