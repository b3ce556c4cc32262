package tallystick.audit.notices;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.audit.reviews.Reviewed;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;

/** Plugs notices in. */
@Configuration(proxyBeanMethods = false)
@Import(NoticesController.class)
public class NoticesConfiguration {
    @Bean
    Noes noes(JdbcClient database, Reviewed reviewed) {
        return new Noes(database, reviewed);
    }

    @Bean
    ProcessingGroup lendersNoes() {
        return ProcessingGroup.readModel("audit.lenders-noes.v1", new LendersNoes());
    }

    @Bean
    ProblemCodes noticeProblems() {
        return () -> List.of(new ProblemCode("no-notice-owed", 409, "No notice is owed", "Nothing has to be said."));
    }
}
