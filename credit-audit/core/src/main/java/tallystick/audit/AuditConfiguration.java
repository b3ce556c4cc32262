package tallystick.audit;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tallystick.audit.backtests.BacktestsConfiguration;
import tallystick.audit.decisions.DecisionsConfiguration;
import tallystick.audit.facts.FactsConfiguration;
import tallystick.audit.notices.NoticesConfiguration;
import tallystick.audit.reviews.ReviewsConfiguration;
import tallystick.audit.rulesets.RuleSetsConfiguration;
import tallystick.runtime.database.ContextSchema;

/** Plugs the context in: beans and nothing else. */
@AutoConfiguration
@Import({
    RuleSetsConfiguration.class,
    FactsConfiguration.class,
    DecisionsConfiguration.class,
    BacktestsConfiguration.class,
    NoticesConfiguration.class,
    ReviewsConfiguration.class
})
public class AuditConfiguration {
    @Bean
    static ContextSchema auditSchema() {
        return new ContextSchema("audit");
    }
}
