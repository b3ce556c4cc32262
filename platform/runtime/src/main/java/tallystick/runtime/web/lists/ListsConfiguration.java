package tallystick.runtime.web.lists;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tallystick.runtime.decide.Things;
import tallystick.runtime.web.writes.AnswerSealer;

/** Lets controllers take a {@link Listing}. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ListsConfiguration {
    @Bean
    ThingLists thingLists(JdbcClient database, Things things) {
        return new ThingLists(database, things);
    }

    @Bean
    WebMvcConfigurer listingArgument(AnswerSealer sealer) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ListingArgument(new Cursors(sealer)));
            }
        };
    }
}
