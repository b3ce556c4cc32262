package tallystick.loan.payout;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    ProcessingGroup debits() {
        return ProcessingGroup.saga("loan.debits", Debit.class);
    }
}
