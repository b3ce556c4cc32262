package tallystick.bank.gateway.reports;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.bank.api.ReportEvent;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;

/** Reports and breaks. */
@Configuration(proxyBeanMethods = false)
public class ReportsConfiguration {
    @Bean
    EventFamily reportEvents() {
        return EventFamily.of("bank", ReportEvent.class);
    }

    @Bean
    Reports reportDecider() {
        return new Reports();
    }

    @Bean
    ProcessingGroup breaksGroup() {
        return ProcessingGroup.readModel("bank.breaks.v1", new BreaksView());
    }

    /** Routes exist where there is a web. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @Import(BreaksController.class)
    static class Web {}
}
