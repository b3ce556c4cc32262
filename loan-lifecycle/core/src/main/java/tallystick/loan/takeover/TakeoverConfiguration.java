package tallystick.loan.takeover;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.loan.days.BusinessDays;
import tallystick.loan.servicing.Takeover;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs imports in. */
@Configuration(proxyBeanMethods = false)
@Import(ImportsController.class)
public class TakeoverConfiguration {
    @Bean
    ImportTable importTable(JdbcClient database) {
        return new ImportTable(database);
    }

    @Bean
    PortfolioImport portfolioImport(ImportTable imports, Takeover takeover, BusinessDays days, InstantSource clock) {
        return new PortfolioImport(imports, takeover, days, clock);
    }

    @Bean
    IdGuard portfolioGuard(ImportTable imports) {
        return IdGuard.of(
                "portfolio",
                (id, _) -> imports.find(id, false).isPresent()
                        || imports.find(id, true).isPresent());
    }

    @Bean
    ProblemCodes importProblems() {
        return () -> List.of(
                new ProblemCode("import-differs", 409, "Another file has this name", "Give mended rows another name."));
    }
}
