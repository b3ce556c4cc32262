package tallystick.server;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.DealerEvent;
import tallystick.application.api.FundingLineEvent;
import tallystick.application.api.PartyEvent;
import tallystick.application.api.ProductEvent;
import tallystick.application.api.ProgrammeEvent;
import tallystick.audit.api.AuditEvent;
import tallystick.audit.api.AuthorityEvent;
import tallystick.audit.api.ReviewEvent;
import tallystick.audit.api.RuleSetEvent;
import tallystick.loan.api.BooksEvent;
import tallystick.loan.api.BusinessDayEvent;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.SuspenseEvent;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.testing.EventGolden;

/** The stored form of every event of the contexts: the files only grow. The gateway keeps its own beside it. */
class StoredEventsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void applicationEventsStayReadable() throws IOException {
        EventGolden.check(
                GOLDEN.resolve("application-events.txt"),
                EventFamily.of("application", ApplicationEvent.class),
                EventFamily.of("application", ProductEvent.class),
                EventFamily.of("application", PartyEvent.class),
                EventFamily.of("application", ProgrammeEvent.class),
                EventFamily.of("application", FundingLineEvent.class),
                EventFamily.of("application", DealerEvent.class));
    }

    @Test
    void auditEventsStayReadable() throws IOException {
        EventGolden.check(
                GOLDEN.resolve("audit-events.txt"),
                EventFamily.of("audit", AuditEvent.class),
                EventFamily.of("audit", ReviewEvent.class),
                EventFamily.of("audit", RuleSetEvent.class),
                EventFamily.of("audit", AuthorityEvent.class));
    }

    @Test
    void loanEventsStayReadable() throws IOException {
        EventGolden.check(
                GOLDEN.resolve("loan-events.txt"),
                EventFamily.of("loan", LoanEvent.class),
                EventFamily.of("loan", BooksEvent.class),
                EventFamily.of("loan", BusinessDayEvent.class),
                EventFamily.of("loan", SuspenseEvent.class));
    }
}
