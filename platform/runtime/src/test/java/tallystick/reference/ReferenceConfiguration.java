package tallystick.reference;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tallystick.runtime.audit.WaitingWork;
import tallystick.runtime.database.ContextSchema;
import tallystick.runtime.deadlines.DeadlineKind;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;

/** The reference context as every context plugs in: beans and nothing else. */
@Configuration(proxyBeanMethods = false)
public class ReferenceConfiguration {
    @Bean
    static ContextSchema referenceSchema() {
        return new ContextSchema("reference");
    }

    @Bean
    EventFamily accountFamily() {
        return EventFamily.of("reference", AccountEvent.class);
    }

    @Bean
    EventFamily transferFamily() {
        return EventFamily.of("reference", TransferEvent.class);
    }

    @Bean
    Accounts accountDecider() {
        return new Accounts();
    }

    @Bean
    Transfers transferDecider() {
        return new Transfers();
    }

    @Bean
    ProcessingGroup balanceGroup() {
        return ProcessingGroup.readModel("reference.balances.v1", new BalanceView());
    }

    @Bean
    ProcessingGroup waitsGroup() {
        return ProcessingGroup.readModel("reference.waits.v1", new TransferWaits());
    }

    @Bean
    ProcessingGroup transferGroup() {
        return ProcessingGroup.saga("reference.transfers", TransferSaga.class);
    }

    @Bean
    DeadlineKind confirmation() {
        return new DeadlineKind(
                "reference",
                TransferWaits.CONFIRMATION,
                (id, due) -> new TransferCommand.ExpireTransfer(new TransferId(id)));
    }

    @Bean
    WaitingWork waitingTransfers() {
        return new WaitingWork("transfer", """
            select w.transfer as id,
                   exists (select 1 from reference.saga_associations a
                            where a.key = 'transfer' and a.value = w.transfer) as live_saga,
                   exists (select 1 from reference.deadlines d
                            where d.id = w.transfer and d.due_at > :late) as future_deadline,
                   exists (select 1 from reference.parked_steps p
                            where p.associations like '%' || w.transfer || '%') as open_case
              from reference.transfer_waits_v1 w where w.since < :settled
            """);
    }
}
