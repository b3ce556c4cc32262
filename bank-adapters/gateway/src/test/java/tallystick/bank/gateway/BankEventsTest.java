package tallystick.bank.gateway;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tallystick.bank.api.BankEvent;
import tallystick.bank.api.BreakEvent;
import tallystick.bank.api.ReportEvent;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.testing.EventGolden;

/** What is stored once stays readable. */
class BankEventsTest {
    @Test
    void storedEventsKeepTheirNamesAndJson() throws IOException {
        EventGolden.check(
                Path.of("src/test/resources/golden/bank-events.txt"),
                EventFamily.of("bank", BankEvent.class),
                EventFamily.of("bank", ReportEvent.class),
                EventFamily.of("bank", BreakEvent.class));
    }
}
