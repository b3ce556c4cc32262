package tallystick.loan;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tallystick.loan.books.BooksConfiguration;
import tallystick.loan.closing.ClosingConfiguration;
import tallystick.loan.collateral.CollateralConfiguration;
import tallystick.loan.days.DaysConfiguration;
import tallystick.loan.payout.PayoutConfiguration;
import tallystick.loan.quotes.QuotesConfiguration;
import tallystick.loan.reports.ReportsConfiguration;
import tallystick.loan.servicing.ServicingConfiguration;
import tallystick.loan.suspense.SuspenseConfiguration;
import tallystick.loan.takeover.TakeoverConfiguration;
import tallystick.runtime.database.ContextSchema;

/** Plugs the context in: beans and nothing else. */
@AutoConfiguration
@Import({
    QuotesConfiguration.class,
    DaysConfiguration.class,
    ServicingConfiguration.class,
    PayoutConfiguration.class,
    BooksConfiguration.class,
    ClosingConfiguration.class,
    CollateralConfiguration.class,
    ReportsConfiguration.class,
    SuspenseConfiguration.class,
    TakeoverConfiguration.class
})
public class LoanConfiguration {
    @Bean
    static ContextSchema loanSchema() {
        return new ContextSchema("loan");
    }
}
