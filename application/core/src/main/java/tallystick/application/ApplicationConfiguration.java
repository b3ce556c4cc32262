package tallystick.application;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tallystick.application.contract.ContractConfiguration;
import tallystick.application.dealers.DealersConfiguration;
import tallystick.application.documents.DocumentsConfiguration;
import tallystick.application.intake.IntakeConfiguration;
import tallystick.application.lines.LinesConfiguration;
import tallystick.application.offers.OffersConfiguration;
import tallystick.application.origination.OriginationConfiguration;
import tallystick.application.parties.PartiesConfiguration;
import tallystick.application.placement.PlacementConfiguration;
import tallystick.application.products.ProductsConfiguration;
import tallystick.application.signing.SigningConfiguration;
import tallystick.application.work.WorkConfiguration;
import tallystick.runtime.database.ContextSchema;

/** Plugs the context in: beans and nothing else. */
@AutoConfiguration
@Import({
    ProductsConfiguration.class,
    PartiesConfiguration.class,
    PlacementConfiguration.class,
    LinesConfiguration.class,
    IntakeConfiguration.class,
    DocumentsConfiguration.class,
    DealersConfiguration.class,
    ContractConfiguration.class,
    SigningConfiguration.class,
    OffersConfiguration.class,
    OriginationConfiguration.class,
    WorkConfiguration.class
})
public class ApplicationConfiguration {
    @Bean
    static ContextSchema applicationSchema() {
        return new ContextSchema("application");
    }
}
