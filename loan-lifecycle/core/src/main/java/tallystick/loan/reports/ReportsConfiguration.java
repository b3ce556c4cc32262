package tallystick.loan.reports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.loan.servicing.LoansAsOf;
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
    Compliance compliance(JdbcClient database, LoansAsOf loans) {
        return new Compliance(database, loans);
    }

    @Bean
    ClassReport classReport(JdbcClient database, LoansAsOf loans) {
        return new ClassReport(database, loans);
    }

    @Bean
    ProcessingGroup marks() {
        return ProcessingGroup.readModel("loan.marks.v1", new Marks());
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
