package tallystick.loan.quotes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Plugs quotes in. */
@Configuration(proxyBeanMethods = false)
@Import(QuotesController.class)
public class QuotesConfiguration {
    @Bean
    Quoting quoting() {
        return new Quoting();
    }
}
