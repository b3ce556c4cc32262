package tallystick.loan.quotes;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;

/** The beans of quotes. */
@Configuration(proxyBeanMethods = false)
@Import(QuotesController.class)
public class QuotesConfiguration {
    @Bean
    Quoting quoting() {
        return new Quoting();
    }

    @Bean
    ProblemCodes quoteProblems() {
        return () -> List.of(new ProblemCode(
                "terms-not-possible",
                409,
                "No schedule follows from the terms",
                "Change the field that the detail names."));
    }
}
