package tallystick.runtime.web.json;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes the strict mapper the one that controllers read and write with, and queries as strict. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class JsonConfiguration {
    @Bean
    WebMvcConfigurer strictJson() {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
                builder.withJsonConverter(new WebConverter());
            }

            /** Days and instants of a query are read as those of a body are. */
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, LocalDate.class, KernelModule::date);
                registry.addConverter(String.class, Instant.class, KernelModule::instant);
            }
        };
    }
}
