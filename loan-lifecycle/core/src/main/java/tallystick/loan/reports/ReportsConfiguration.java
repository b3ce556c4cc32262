package tallystick.loan.reports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.processing.ProcessingGroup;

/** Plugs reports in. */
@Configuration(proxyBeanMethods = false)
@Import({WorklistController.class, ReportsController.class})
public class ReportsConfiguration {
    @Bean
    Portfolios portfolios(JdbcClient database) {
        return new Portfolios(database);
    }

    @Bean
    Compliance compliance(JdbcClient database) {
        return new Compliance(database);
    }

    @Bean
    ProcessingGroup costs() {
        return ProcessingGroup.readModel("loan.costs.v1", new Costs());
    }

    @Bean
    ProcessingGroup origins() {
        return ProcessingGroup.readModel("loan.origins.v1", new Origins());
    }
}
