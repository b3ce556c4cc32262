package tallystick.bank.gateway.banks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.calendar.Missed;
import tallystick.runtime.calendar.When;
import tallystick.runtime.database.DataFolder;

/** The banks of this node. */
@Configuration(proxyBeanMethods = false)
public class BanksConfiguration {
    @Bean
    Deliveries bankDeliveries() {
        return new Deliveries();
    }

    @Bean
    Hosts bankHosts(InstantSource clock, Environment environment, Deliveries deliveries) {
        return new Hosts(clock, environment, deliveries);
    }

    @Bean(destroyMethod = "close")
    Banks banks(Environment environment, Hosts hosts, DataFolder data, ObjectProvider<BankDefaults> defaults) {
        var plugins = plugins(environment, data);
        var adapters = new Adapters(defaults.orderedStream().toList(), new BankSecrets(data), plugins);
        return new Banks(adapters.make(BankSettings.of(environment), hosts), plugins);
    }

    /** Setting {@code tallystick.plugins.folder}, and the operators' list of hashes in {@code tallystick.plugins.allowed}. */
    private static Plugins plugins(Environment environment, DataFolder data) {
        var folder = Path.of(environment.getProperty(
                "tallystick.plugins.folder", data.resolve("plugins").toString()));
        var allowed = Binder.get(environment)
                .bind("tallystick.plugins.allowed", Bindable.setOf(String.class))
                .orElse(Set.of());
        return Plugins.of(folder, allowed, data.resolve("banks").resolve("plugins"));
    }

    @Bean
    BankSight bankSight(Banks banks) {
        return new BankSight(banks);
    }

    @Bean
    Probes bankProbes(Banks banks, ObjectProvider<MeterRegistry> registry) {
        return new Probes(banks, registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    CalendarJob bankProbesJob(Probes probes) {
        return new CalendarJob("bank-probes", new When.Every(Duration.ofMinutes(1)), Missed.SKIP, probes::run);
    }

    /** Routes exist where there is a web. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @Import(BanksController.class)
    static class Web {
        @Bean
        BankGuard bankGuard(Banks banks, BankSight sight) {
            return new BankGuard(banks, sight);
        }
    }
}
