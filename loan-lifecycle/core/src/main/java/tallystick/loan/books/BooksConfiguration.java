package tallystick.loan.books;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.loan.api.BooksEvent;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.StartsAt;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs the books in. */
@Configuration(proxyBeanMethods = false)
@Import({LedgerController.class, JournalsController.class, PeriodsController.class})
public class BooksConfiguration {
    /** One segment: books are written in one line. */
    @Bean
    ProcessingGroup ledger() {
        return new ProcessingGroup.Ledger(
                new GroupName("loan.ledger"), new Ledger(PostingRules.shipped()), 1, 512, new StartsAt.Tail());
    }

    @Bean
    EventFamily booksFamily() {
        return EventFamily.of("loan", BooksEvent.class);
    }

    @Bean
    Periods periodDecider() {
        return new Periods();
    }

    @Bean
    Sums sums(JdbcClient database) {
        return new Sums(database);
    }

    @Bean
    IdGuard ledgerAccountGuard() {
        return IdGuard.of("ledgerAccount", (account, _) -> ChartFile.has(account));
    }

    @Bean
    ProblemCodes booksProblems() {
        return () -> List.of(
                new ProblemCode("period-closed", 409, "The period is closed already", "Close a later one."),
                new ProblemCode("period-not-over", 409, "The period is not over", "Wait until the day is closed."));
    }
}
