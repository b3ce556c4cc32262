package tallystick.loan.books;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.runtime.processing.ProcessingGroup;

/** Plugs the books in. */
@Configuration(proxyBeanMethods = false)
@Import(LedgerController.class)
public class BooksConfiguration {
    @Bean
    ProcessingGroup ledger() {
        return ProcessingGroup.ledger("loan.ledger", new Ledger(PostingRules.shipped()));
    }
}
