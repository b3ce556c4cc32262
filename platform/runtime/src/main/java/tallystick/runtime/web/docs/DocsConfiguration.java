package tallystick.runtime.web.docs;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tallystick.runtime.web.door.Routes;

/** Serves the description of the interface and the pages of its problems. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(ProblemPages.class)
class DocsConfiguration {
    /** Whoever opens the address that the start prints finds the description. */
    @Bean
    WebMvcConfigurer frontDoor() {
        return new WebMvcConfigurer() {
            @Override
            public void addViewControllers(ViewControllerRegistry registry) {
                registry.addRedirectViewController("/", "/docs");
            }
        };
    }

    @Bean
    Describing describing(Routes routes) {
        return new Describing(routes, new Examples(), new ErrorAnswers());
    }
}
