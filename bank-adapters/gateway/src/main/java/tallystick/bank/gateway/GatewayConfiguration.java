package tallystick.bank.gateway;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tallystick.bank.gateway.banks.BanksConfiguration;
import tallystick.bank.gateway.inbox.InboxConfiguration;
import tallystick.bank.gateway.instruction.InstructionConfiguration;
import tallystick.bank.gateway.reconciliation.ReconciliationConfiguration;
import tallystick.bank.gateway.reports.ReportsConfiguration;
import tallystick.bank.gateway.schedules.SchedulesConfiguration;
import tallystick.runtime.database.ContextSchema;

/** Plugs the context in: beans and nothing else. */
@AutoConfiguration
@Import({
    BanksConfiguration.class,
    InstructionConfiguration.class,
    InboxConfiguration.class,
    ReportsConfiguration.class,
    ReconciliationConfiguration.class,
    SchedulesConfiguration.class
})
public class GatewayConfiguration {
    @Bean
    static ContextSchema bankSchema() {
        return new ContextSchema("bank");
    }
}
