package tallystick.bench;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tallystick.reference.AccountEvent;
import tallystick.reference.BalanceView;
import tallystick.runtime.database.ContextSchema;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.StartsAt;
import tallystick.runtime.testing.TestDatabase;

/** A node that follows the events with one read model and does nothing else: the contexts stay at home. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "tallystick.application.ApplicationConfiguration",
            "tallystick.audit.AuditConfiguration",
            "tallystick.bank.gateway.GatewayConfiguration",
            "tallystick.loan.LoanConfiguration"
        })
public class BalancesOnly {
    static final String GROUP = "reference.balances.v1";

    static ConfigurableApplicationContext node(TestDatabase database, String... settings) {
        var arguments = new ArrayList<String>(List.of(
                "--tallystick.data-dir=target/bench-data",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--tallystick.processing.new-groups." + GROUP + "=tail"));
        database.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of(settings));
        return new SpringApplicationBuilder(BalancesOnly.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    /** Where its slowest segment is; 0 before it begins. */
    static long position(Server server) {
        return server.jdbc()
                .sql("select coalesce(min(position), 0) from reference.tokens")
                .query(Long.class)
                .single();
    }

    @Bean
    static ContextSchema referenceSchema() {
        return new ContextSchema("reference");
    }

    @Bean
    EventFamily accountFamily() {
        return EventFamily.of("reference", AccountEvent.class);
    }

    @Bean
    ProcessingGroup balances() {
        return new ProcessingGroup.ReadModel(new GroupName(GROUP), new BalanceView(), 4, 1_000, new StartsAt.Tail());
    }
}
