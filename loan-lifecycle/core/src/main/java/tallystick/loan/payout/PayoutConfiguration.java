package tallystick.loan.payout;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.audit.WaitingWork;
import tallystick.runtime.processing.ProcessingGroup;

/** Plugs the sagas between loans and banks in. */
@Configuration(proxyBeanMethods = false)
public class PayoutConfiguration {
    @Bean
    ProcessingGroup payouts() {
        return ProcessingGroup.saga("loan.payouts", Payout.class);
    }

    @Bean
    ProcessingGroup bankMoney() {
        return ProcessingGroup.saga("loan.bank-money", BankMoney.class);
    }

    @Bean
    ProcessingGroup officerEntries() {
        return ProcessingGroup.readModel("loan.officer-entries.v1", new EntryList());
    }

    @Bean
    Entries entries(JdbcTemplate jdbc) {
        return new Entries(jdbc);
    }

    @Bean
    ProcessingGroup debits() {
        return ProcessingGroup.saga("loan.debits", Debit.class);
    }

    @Bean
    ProcessingGroup debitOrders() {
        return ProcessingGroup.saga("loan.debit-orders", DebitOrder.class);
    }

    @Bean
    ProcessingGroup refunds() {
        return ProcessingGroup.saga("loan.refunds", Refund.class);
    }

    @Bean
    ProcessingGroup suspenseRefunds() {
        return ProcessingGroup.saga("loan.suspense-refunds", SuspenseRefund.class);
    }

    @Bean
    ProcessingGroup guarantees() {
        return ProcessingGroup.saga("loan.guarantees", Guarantee.class);
    }

    @Bean
    ProcessingGroup buyBacks() {
        return ProcessingGroup.saga("loan.buy-backs", BuyBack.class);
    }

    /** A loan that is being paid out has a saga that will hear of it; the bank's silence is the gateway's to follow. */
    @Bean
    WaitingWork waitingLoans() {
        return new WaitingWork("loan", """
            select w.id,
                   exists (select 1 from loan.saga_associations a
                            where a.key = 'loan' and a.value = w.id) as live_saga,
                   cast(:late as timestamptz) is not null as future_deadline,
                   exists (select 1 from loan.parked_steps p
                            where p.associations like '%' || w.id || '%') as open_case
              from loan.loans_v1 w
             where w.state in ('PAYING_OUT', 'PARTLY_PAID_OUT') and w.booked_at < :settled
            """);
    }
}
