package tallystick.bank.chaos;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.gateway.banks.BanksConfiguration;
import tallystick.bank.gateway.inbox.Inbound;
import tallystick.bank.gateway.inbox.InboxConfiguration;
import tallystick.bank.gateway.instruction.InstructionConfiguration;
import tallystick.bank.gateway.reconciliation.ReconciliationConfiguration;
import tallystick.bank.gateway.reports.ReportsConfiguration;
import tallystick.bank.gateway.work.Workers;
import tallystick.bank.sandbox.SandboxAdapter;
import tallystick.bank.sandbox.SandboxControls;
import tallystick.bank.spi.RawInbound;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.database.DataFolder;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.testing.TestDatabase;

/** The gateway and the sandbox bank as they are, with a clock that is moved by hand and one thread that does everything. */
final class World implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
    static final String PAYEE = "6222020200112233446";
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String SECRET = "whsec_"
            + Base64.getEncoder().encodeToString("a key for chaos, thirty-two bytes".getBytes(StandardCharsets.UTF_8));

    final VirtualTime time = new VirtualTime(START);
    final VirtualCommands commands;
    final Sealing sealing;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final JdbcTemplate ours;
    private final JdbcTemplate theirs;

    World(Sealing sealing, Path folder) {
        this.sealing = sealing;
        var database = TestDatabase.fresh("bank");
        var bank = TestDatabase.empty();
        var connection = connection(database);
        this.ours = new JdbcTemplate(connection);
        this.theirs = new JdbcTemplate(connection(bank));
        this.commands = new VirtualCommands(ours);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "chaos",
                        Map.of(
                                "tallystick.banks.sandbox.secret", SECRET,
                                "tallystick.banks.sandbox.database.url",
                                        bank.address().url(),
                                "tallystick.banks.sandbox.database.user",
                                        bank.address().user(),
                                "tallystick.banks.sandbox.database.password",
                                        bank.address().password(),
                                "tallystick.banks.sandbox.hours.zone", ZONE.getId(),
                                "tallystick.banks.sandbox.limits.per-second", "9999999")));
        context.registerBean(Clock.class, () -> time);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(connection));
        context.registerBean(JdbcTemplate.class, () -> ours);
        context.registerBean(Sealing.class, () -> sealing);
        context.registerBean(DataFolder.class, () -> new DataFolder(folder));
        context.registerBean(Commands.class, () -> commands);
        context.register(
                BanksConfiguration.class,
                InstructionConfiguration.class,
                InboxConfiguration.class,
                ReportsConfiguration.class,
                ReconciliationConfiguration.class);
        context.refresh();
        context.stop(); // Nothing runs by itself.
        commands.use(
                Stream.<Decider<?, ?, ?>>of(
                                context.getBeansOfType(Decider.class).values().toArray(Decider<?, ?, ?>[]::new))
                        .toList(),
                context.getBeansOfType(ProcessingGroup.class).values());
    }

    /** One connection for one thread. */
    private static SingleConnectionDataSource connection(TestDatabase database) {
        var address = database.address();
        return new SingleConnectionDataSource(address.url(), address.user(), address.password(), true);
    }

    SandboxControls bank() {
        return ((SandboxAdapter)
                        context.getBean(Banks.class).all().iterator().next().adapter())
                .controls();
    }

    /** Everything from before is gone, so that the same seed brings the same run whatever ran before it. */
    void begin(Duration sinceStart) {
        commands.forget();
        for (var table :
                List.of("instructions_v1", "breaks_v1", "inbox", "expected_v1", "statements_v1", "positions_v1")) {
            ours.update("delete from bank." + table);
        }
        for (var table : List.of("instructions", "ledger", "messages", "faults", "calls", "outage")) {
            theirs.update("truncate " + table + " restart identity");
        }
        theirs.execute("alter sequence bank_sequence restart");
        time.pass(Duration.between(time.instant(), START.plus(sinceStart)));
    }

    /** One round of everybody; who dies in it comes back at once, and finds things as they are in the store. */
    void round(BooleanSupplier lost) {
        try {
            context.getBean("instructionWorkers", Workers.class).drain();
            bank().deliver(message -> lost.getAsBoolean() ? 0 : answered(message));
            context.getBean("inboxWorkers", Workers.class).drain();
            context.getBean("instructionWorkers", Workers.class).drain();
        } catch (Death death) {
            comeBack();
        }
    }

    int answered(RawInbound message) {
        return context.getBean(Inbound.class).receive("sandbox", message.channel(), () -> message);
    }

    /** A message as the bank signs it, or as somebody else does. */
    RawInbound signed(String id, String body, boolean forged, Duration age) {
        var seconds = time.instant().minus(age).getEpochSecond();
        var key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(forged ? new byte[32] : key, "HmacSHA256"));
            mac.update("%s.%d.".formatted(id, seconds).getBytes(StandardCharsets.UTF_8));
            var headers = Map.of(
                    "webhook-id", List.of(id),
                    "webhook-timestamp", List.of(Long.toString(seconds)),
                    "webhook-signature", List.of("v1," + Base64.getEncoder().encodeToString(mac.doFinal(bytes))));
            return new RawInbound("webhook", headers, bytes, time.instant());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Works everything off that was taken in. */
    void workOff() {
        context.getBean("inboxWorkers", Workers.class).drain();
    }

    /** The statements that are there by now. */
    void statements() {
        try {
            context.getBean("bankStatementsJob", CalendarJob.class).task().run();
        } catch (Death death) {
            comeBack();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What was leased to the dead is free: real leases run by the database's clock, which stands still here. */
    void comeBack() {
        ours.update("update bank.instructions_v1 set lease_until = null where lease_until is not null");
        ours.update("update bank.inbox set next_try_at = clock_timestamp() where next_try_at is not null");
        theirs.update("update messages set lease_until = null where lease_until is not null");
    }

    /** When something is due next, on either side. */
    Optional<Instant> next() {
        return Stream.of(
                        ours.queryForObject("select min(due_at) from bank.instructions_v1", Timestamp.class),
                        theirs.queryForObject(
                                "select min(due_at) from messages where told and delivered_at is null",
                                Timestamp.class))
                .flatMap(Stream::ofNullable)
                .map(Timestamp::toInstant)
                .min(Instant::compareTo);
    }

    /** Open cases that name a thing. */
    List<String> openCases(String thing) {
        return ours.queryForList(
                "select kind from bank.breaks_v1 where state = 'OPEN' and (instruction = ? or expected like ? or found"
                        + " like ?)",
                String.class,
                thing,
                "%" + thing + "%",
                "%" + thing + "%");
    }

    @Override
    public void close() {
        context.close();
    }
}
