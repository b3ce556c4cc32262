package tallystick.bank.gateway.reports;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.bank.api.BreakCommand;
import tallystick.bank.api.BreakEvent;
import tallystick.bank.api.ReportCommand;
import tallystick.bank.api.ReportEvent;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Reports and breaks. */
@Configuration(proxyBeanMethods = false)
public class ReportsConfiguration {
    @Bean
    EventFamily reportEvents() {
        return EventFamily.of("bank", ReportEvent.class);
    }

    @Bean
    Decider<ReportCommand, ReportEvent, Report> reportDecider() {
        return Report.decider();
    }

    @Bean
    EventFamily breakEvents() {
        return EventFamily.of("bank", BreakEvent.class);
    }

    @Bean
    Decider<BreakCommand, BreakEvent, BreakCase> breakDecider() {
        return BreakCase.decider();
    }

    @Bean
    ProblemCodes breakProblems() {
        return () -> List.of(
                new ProblemCode(
                        BreakCase.IS_DOUBT, 409, "Say what became of the order", "Resolve the instruction instead."),
                new ProblemCode(BreakCase.RESOLVED, 409, "It is resolved", "Look at who resolved it."),
                new ProblemCode(
                        BreakCase.UNEXPLAINED, 409, "Nothing was proposed", "Explain it, then another person agrees."));
    }

    @Bean
    ProcessingGroup breaksGroup() {
        return ProcessingGroup.readModel("bank.breaks.v1", new BreaksView());
    }

    /** Routes exist where there is a web. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @Import(BreaksController.class)
    static class Web {
        @Bean
        IdGuard breakGuard(JdbcClient database) {
            return IdGuard.of(
                    "break",
                    (id, _) -> database.sql("select 1 from bank.breaks_v1 where id = ?")
                            .param(id)
                            .query(Integer.class)
                            .optional()
                            .isPresent());
        }
    }
}
