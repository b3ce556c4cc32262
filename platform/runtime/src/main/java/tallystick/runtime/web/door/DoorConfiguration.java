package tallystick.runtime.web.door;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Hangs the door between the security chain and the controllers. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(HttpLimits.class)
class DoorConfiguration {
    /** Behind the security chain, which Boot registers at -100, and before everything else of ours. */
    private static final int BEHIND_SECURITY = -50;

    @Bean
    Routes routes(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping,
            List<IdGuard> guards,
            HttpLimits limits) {
        return new Routes(mapping::getObject, guards, limits);
    }

    @Bean
    WebMvcRegistrations foundRoutes() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new FoundRoutes();
            }
        };
    }

    @Bean
    FilterRegistrationBean<Gate> gate(Routes routes, HttpLimits limits) {
        var registration =
                new FilterRegistrationBean<>(new Gate(routes, new RateLimits(limits, System::nanoTime), limits));
        registration.setOrder(BEHIND_SECURITY);
        return registration;
    }
}
