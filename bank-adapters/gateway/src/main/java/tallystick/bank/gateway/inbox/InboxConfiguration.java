package tallystick.bank.gateway.inbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.gateway.banks.Deliveries;
import tallystick.bank.gateway.inbox.Inbox.Message;
import tallystick.bank.gateway.instruction.Facts;
import tallystick.bank.gateway.instruction.InstructionTable;
import tallystick.bank.gateway.work.Together;
import tallystick.bank.gateway.work.Workers;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.calendar.Missed;
import tallystick.runtime.calendar.When;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.sealing.Sealing;

/** What banks send us. */
@Configuration(proxyBeanMethods = false)
public class InboxConfiguration {
    /** What they ask of the database is gathered: few connections are theirs, the others those of whoever is at the door. */
    private static final int AT_ONCE = 64;

    @Bean
    Inbox bankInbox(JdbcTemplate database, Sealing sealing, AtomicReference<Runnable> inboxBell) {
        return new Inbox(database, sealing, () -> inboxBell.get().run());
    }

    @Bean
    Together<?> inboxReports(Commands commands) {
        return new Together<Object>("bank-inbox", commands);
    }

    @Bean
    InboxBreaks inboxBreaks(Together<?> inboxReports, InstantSource clock) {
        return new InboxBreaks(inboxReports, clock);
    }

    /** Setting {@code tallystick.inbox.retention}: how long what banks sent is kept as it came. */
    @Bean
    CalendarJob forgottenMessages(Inbox inbox, InstantSource clock, Environment environment) {
        var retention = Duration.parse(environment.getProperty("tallystick.inbox.retention", "P400D"));
        return new CalendarJob(
                "bank-inbox-retention",
                new When.Every(Duration.ofHours(6)),
                Missed.SKIP,
                () -> inbox.forget(clock.instant().minus(retention)));
    }

    @Bean
    Inbound bankInbound(Banks banks, Inbox inbox, InboxBreaks breaks, Deliveries deliveries) {
        var inbound = new Inbound(banks, inbox, breaks);
        deliveries.open(inbound::receive);
        return inbound;
    }

    /** The inbox wakes its workers, and they take from the inbox. */
    @Bean
    AtomicReference<Runnable> inboxBell() {
        return new AtomicReference<>(() -> {});
    }

    @Bean
    Workers<Message> inboxWorkers(
            Inbox inbox,
            Banks banks,
            InstructionTable instructions,
            Facts facts,
            Together<?> inboxReports,
            InboxBreaks breaks,
            InstantSource clock,
            AtomicReference<Runnable> inboxBell) {
        var work = new InboxWork(inbox, banks, instructions, facts, inboxReports, breaks, clock);
        var workers = new Workers<>("inbox", AT_ONCE, inbox::take, work::work);
        inboxBell.set(workers::wake);
        return workers;
    }

    /** Routes exist where there is a web. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @Import(CallbacksController.class)
    static class Web {}
}
