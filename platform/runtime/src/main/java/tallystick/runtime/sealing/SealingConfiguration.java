package tallystick.runtime.sealing;

import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires sealing. The master key is found, or refused, at start: later would be too late for what was sealed. */
@AutoConfiguration
@EnableConfigurationProperties(SealingSettings.class)
@Import(SealingTasks.class)
class SealingConfiguration {
    @Bean
    IndexKeys indexKeys(JdbcClient database) {
        return new IndexKeys(database);
    }

    @Bean
    MasterKeys masterKeys(
            @Value("${tallystick.data-dir:./data}") Path folder, SealingSettings settings, IndexKeys indexKeys) {
        return new MasterKeyFile(folder).find(settings, indexKeys.wrappedBy());
    }

    @Bean
    BlindIndex blindIndex(
            IndexKeys indexKeys, MasterKeys masters, InstantSource clock, ObjectProvider<Normalisation> own) {
        return new BlindIndex(
                indexKeys.readOrMake(masters, clock.instant()), own.stream().toList());
    }

    @Bean
    DataKeys dataKeys(
            JdbcClient database, PlatformTransactionManager transactions, MasterKeys masters, InstantSource clock) {
        return new DataKeys(database, transactions, masters, clock);
    }

    @Bean
    KeyCache keyCache(SealingSettings settings, InstantSource clock) {
        return new KeyCache(settings.cacheLife(), settings.cachedSubjects(), clock);
    }

    @Bean
    Sealing sealing(DataKeys keys, KeyCache cache) {
        return new Sealing(keys, cache);
    }

    @Bean
    Erasures erasures(DataKeys keys, KeyCache cache, InstantSource clock) {
        return new Erasures(keys, cache, clock);
    }

    @Bean
    MasterKeyRotation masterKeyRotation(
            JdbcClient database,
            PlatformTransactionManager transactions,
            MasterKeys masters,
            IndexKeys indexKeys,
            SealingSettings settings) {
        return new MasterKeyRotation(database, transactions, masters, indexKeys, settings.rewrapBatch());
    }
}
