package tallystick.runtime.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import tallystick.runtime.processing.engine.ProcessingConfiguration;
import tallystick.runtime.processing.engine.Processors;
import tallystick.runtime.processing.engine.Subscriptions;
import tallystick.runtime.processing.tokens.TokenRows;

/** Wires the projection proof into processing, health and metrics. */
@AutoConfiguration(after = ProcessingConfiguration.class)
@EnableConfigurationProperties(ProofSettings.class)
public class ProofConfiguration {
    @Bean
    ProjectionProof projectionProof(
            JdbcTemplate jdbc, TokenRows tokens, Subscriptions subscriptions, PlatformTransactionManager transactions) {
        return new ProjectionProof(jdbc, tokens, subscriptions, transactions);
    }

    @Bean
    ProofRounds proofRounds(Processors processors, ProjectionProof proof, ProofSettings properties) {
        return new ProofRounds(processors, proof, properties);
    }

    @Bean
    ProofHealth projectionProofHealth(ProofRounds rounds) {
        return new ProofHealth(rounds);
    }

    /** {@code tallystick.proof.mismatches}: 0 when all is well. */
    @Bean
    MeterBinder proofMeter(ProofRounds rounds) {
        return registry -> Gauge.builder(
                        "tallystick.proof.mismatches", () -> rounds.latest().size())
                .description("Blocks in which a group handled something else than the store holds")
                .register(registry);
    }
}
