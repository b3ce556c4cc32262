package tallystick.application.documents;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.lifecycle.Application;
import tallystick.runtime.decide.Things;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.door.IdGuard;

/** Plugs documents in. */
@Configuration(proxyBeanMethods = false)
@Import(DocumentsController.class)
public class DocumentsConfiguration {
    @Bean
    DocumentVault documentVault(JdbcClient database, Sealing sealing) {
        return new DocumentVault(database, sealing);
    }

    @Bean
    @ConditionalOnMissingBean
    DocumentScan documentScan() {
        return _ -> DocumentScan.Result.NOT_SCANNED;
    }

    @Bean
    IdGuard documentKindGuard() {
        return IdGuard.of("kind", (kind, _) -> kind.matches("[A-Z][A-Z_]{1,31}"));
    }

    @Bean
    IdGuard documentGuard(Things things) {
        return IdGuard.of(
                "document",
                (hash, path) -> things.find(Application.class, String.valueOf(path.get("application")))
                        .filter(found -> found.state().documents().stream()
                                .anyMatch(document -> document.hash().equals(hash)
                                        && document.kind().equals(path.get("kind"))))
                        .isPresent());
    }
}
