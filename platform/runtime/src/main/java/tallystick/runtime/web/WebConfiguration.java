package tallystick.runtime.web;

import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import tallystick.runtime.security.ProblemWriter;

/** Puts problems in every place where a request can fail. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "tallystick.runtime.security.SecurityConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@PropertySource("classpath:tallystick/web.properties")
class WebConfiguration {
    /** Behind telemetry, which opens the trace; before security. */
    private static final int OUTERMOST = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    ProblemCatalogue problemCatalogue(List<ProblemCodes> contexts) {
        return new ProblemCatalogue(contexts);
    }

    /** Codes of parts that lie below the web and so cannot say it themselves. */
    @Bean
    ProblemCodes machineProblems() {
        return () -> List.of(
                new ProblemCode("login-unavailable", 503, "Logins cannot be checked now", "Wait as Retry-After says."),
                new ProblemCode("clock-backwards", 409, "Time only goes on", "Move the clock forward."),
                new ProblemCode("subject-erased", 409, "Erased for good", "Register the person anew if they return."));
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter() {
        var registration = new FilterRegistrationBean<>(new ProblemFilter());
        registration.setOrder(OUTERMOST);
        return registration;
    }

    @Bean
    ProblemWriter problemWriter() {
        return (request, response, status, code, title, detail) ->
                Problems.write(request, response, new Problem(status, code, title, detail, List.of(), null));
    }

    @Bean
    ProblemResolver problemResolver() {
        return new ProblemResolver();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    /** Boot's error controller stays away when there is one; ours is for error dispatches that nobody caught. */
    @Bean
    ErrorPage errorPage() {
        return new ErrorPage();
    }
}
