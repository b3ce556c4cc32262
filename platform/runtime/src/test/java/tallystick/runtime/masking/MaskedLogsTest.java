package tallystick.runtime.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;

/** A process of its own logs personal data carelessly; what it printed is looked at. */
class MaskedLogsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "--logging.structured.format.console=ecs"})
    void whateverTheFormatTheLineIsMaskedWithItsStackTrace(String format) throws Exception {
        assertMasked(run(format));
    }

    @Test
    void anOperatorsOwnConfigurationIsMaskedToo() throws Exception {
        var own = folder.resolve("logback.xml");
        Files.writeString(own, """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%msg%n%ex</pattern></encoder>
              </appender>
              <appender name="later" class="ch.qos.logback.classic.AsyncAppender"><appender-ref ref="out"/></appender>
              <root level="INFO"><appender-ref ref="later"/></root>
            </configuration>\
            """);
        assertMasked(run("--logging.config=" + own));
    }

    private static void assertMasked(String printed) {
        assertThat(printed)
                .contains("hello", "138****8000", "1101**********0025", "IllegalStateException")
                .doesNotContain("13800138000", "110105199003070025");
    }

    private static String run(String argument) throws Exception {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Careless.class.getName(),
                argument);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    @SpringBootConfiguration
    static class Careless {
        public static void main(String... arguments) {
            var application = new SpringApplication(Careless.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            try (var _ = application.run(arguments)) {
                LoggerFactory.getLogger("careless")
                        .warn("hello {}", "13800138000", new IllegalStateException("of 110105199003070025"));
            }
        }
    }
}
