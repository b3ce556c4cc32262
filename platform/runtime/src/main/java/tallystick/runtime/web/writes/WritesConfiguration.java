package tallystick.runtime.web.writes;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.calendar.Missed;
import tallystick.runtime.calendar.When;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.messages.StoredJson;
import tallystick.runtime.processing.Progress;
import tallystick.runtime.sealing.BlindIndex;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.store.Claims;
import tallystick.runtime.web.door.HttpLimits;
import tools.jackson.databind.DeserializationFeature;

/** Wires writes to the store, the read models and the operations. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WritesConfiguration {
    @Bean
    @ConditionalOnMissingBean
    AnswerSealer answerSealer(Sealing sealing, BlindIndex index, InstantSource clock) {
        return new MonthlySealer(sealing, index, clock);
    }

    /** Also what the store asks to write the answer with the events. */
    @Bean
    AnswerVault answerVault(AnswerSealer sealer) {
        // As states are stored in snapshots, so they are stored here; a field that a later release drops does no harm.
        var states = StoredJson.mapper()
                .rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return new AnswerVault(sealer, states);
    }

    @Bean
    @ConditionalOnMissingBean
    Versions versions(DataSource dataSource) {
        return new StoreVersions(dataSource);
    }

    @Bean
    Writes writes(
            Commands commands,
            Claims claims,
            AnswerVault vault,
            Versions versions,
            Progress readModels,
            LateAnswers late,
            HttpLimits limits) {
        return new Writes(commands, new Repeats(claims, vault), versions, readModels, late, limits.readYourWrites());
    }

    @Bean
    Holding holding(HttpLimits limits) {
        return new Holding(limits.longestWait());
    }

    @Bean
    KeyKeeper keyKeeper(Claims claims, InstantSource clock, HttpLimits limits) {
        return new KeyKeeper(claims, clock, limits.keysKept());
    }

    @Bean
    CalendarJob forgottenKeys(KeyKeeper keeper) {
        return new CalendarJob("idempotency-keys", new When.Every(Duration.ofHours(1)), Missed.SKIP, keeper::forget);
    }

    @Bean
    ValuesInTime valuesInTime(HttpServletRequest request) {
        return new ValuesInTime(request);
    }

    @Bean
    WebMvcConfigurer writeArgument(Writes writes) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new WriteArgument(writes));
            }
        };
    }
}
