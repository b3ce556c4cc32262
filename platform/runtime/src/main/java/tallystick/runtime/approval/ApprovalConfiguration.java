package tallystick.runtime.approval;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tallystick.runtime.web.ProblemCodes;

/** Puts the two refusals into the catalogue, so that no context has to, or forgets. */
@AutoConfiguration
public class ApprovalConfiguration {
    @Bean
    ProblemCodes fourEyesProblems() {
        return () -> FourEyes.CODES;
    }
}
