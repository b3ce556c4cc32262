package tallystick.audit.notices;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;

/** Plugs notices in. */
@Configuration(proxyBeanMethods = false)
@Import(NoticesController.class)
public class NoticesConfiguration {
    @Bean
    ProblemCodes noticeProblems() {
        return () -> List.of(new ProblemCode("no-notice-owed", 409, "No notice is owed", "Nothing has to be said."));
    }
}
