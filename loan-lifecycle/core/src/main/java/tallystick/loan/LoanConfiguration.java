package tallystick.loan;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tallystick.runtime.database.ContextSchema;

/** Plugs the context in: beans and nothing else. */
@AutoConfiguration
public class LoanConfiguration {
    @Bean
    static ContextSchema loanSchema() {
        return new ContextSchema("loan");
    }
}
