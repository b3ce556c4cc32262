package tallystick.reference;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import tallystick.runtime.testing.TestDatabase;

/** A node with the whole runtime and the reference context, in this JVM or as a process of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ReferenceConfiguration.class)
public class ReferenceApplication {
    public static void main(String... arguments) {
        start(arguments);
    }

    /** A node over a test's database, on a free port of loopback. */
    public static ConfigurableApplicationContext node(TestDatabase database, String... settings) {
        var arguments = new ArrayList<String>();
        arguments.add("--server.port=0");
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--tallystick.data-dir=target/reference-data");
        database.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of(settings));
        return start(arguments.toArray(String[]::new));
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(ReferenceApplication.class).run(arguments);
    }
}
