package tallystick.bank.iso20022;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tallystick.bank.iso20022.BankStatement.Balances;
import tallystick.bank.iso20022.BankStatement.Booking;
import tallystick.bank.iso20022.Element.Unreadable;
import tallystick.bank.iso20022.Incoming.Kept;
import tallystick.bank.iso20022.Incoming.KnownStatement;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.FetchResult.Line;
import tallystick.bank.spi.RawInbound;

/**
 * Takes what the bank has put into its folder. What a file says is kept before anybody is told; it is handled when the
 * gateway has all of it; and only then it is moved away. A file is known by its bytes: whoever comes back after a stop, or
 * sees the same file twice, finds it kept or handled, and tells the same under the same ids.
 */
final class Collector {
    private static final System.Logger LOG = System.getLogger(Collector.class.getName());
    private static final int IN_ONE_LETTER = 200;
    private static final String DONE = "done";

    private final Incoming ledger;
    private final Folder folder;
    private final OwnAccount account;
    private final boolean checksums;
    private final Seal seal;
    private final Predicate<RawInbound> gateway;
    private final InstantSource clock;
    private Map<String, Long> seen = Map.of();

    /** @param gateway whether it keeps the message */
    Collector(
            Incoming ledger,
            Folder folder,
            OwnAccount account,
            boolean checksums,
            Seal seal,
            Predicate<RawInbound> gateway,
            InstantSource clock) {
        this.ledger = ledger;
        this.folder = folder;
        this.account = account;
        this.checksums = checksums;
        this.seal = seal;
        this.gateway = gateway;
        this.clock = clock;
    }

    void round() throws IOException {
        var sizes = new LinkedHashMap<String, Long>();
        folder.list().forEach(entry -> sizes.put(entry.name(), entry.size()));
        for (var file : sizes.entrySet()) {
            var name = file.getKey();
            if (isWhole(name, sizes)) {
                try {
                    take(name, file.getValue());
                } catch (IOException | RuntimeException failed) {
                    LOG.log(
                            Level.WARNING,
                            "The file {0} could not be taken yet, and is tried again: {1}.",
                            name,
                            failed);
                }
            }
        }
        seen = sizes;
    }

    /** With its checksum, or unchanged since the last look: some banks write under the name we read. */
    private boolean isWhole(String name, Map<String, Long> sizes) {
        return name.endsWith(".xml")
                && (checksums ? sizes.containsKey(name + ".sha256") : Objects.equals(seen.get(name), sizes.get(name)));
    }

    private void take(String name, long size) throws IOException {
        // Of what is too long its name is enough to call a person.
        var content = size > Xml.MOST_BYTES
                ? "%s, %d bytes".formatted(name, size).getBytes(StandardCharsets.UTF_8)
                : folder.read(name, Xml.MOST_BYTES);
        // The same bytes beside another checksum are not what was turned away: they may be right the next time.
        var isRight = !checksums || Names.sha256(content).equalsIgnoreCase(checksum(name));
        var sha256 = isRight
                ? Names.sha256(content)
                : Names.sha256((checksum(name) + name).getBytes(StandardCharsets.UTF_8));
        if (!ledger.isHandled(sha256, name, clock.instant())) {
            var said = ledger.said(sha256);
            if (said.isEmpty()) {
                keep(sha256, name, isRight, content);
                said = ledger.said(sha256);
            }
            if (!tell(sha256, said)) {
                return; // The gateway takes nothing now: again at the next look.
            }
            ledger.handled(sha256);
        }
        var as = sha256.substring(0, 12) + "-" + name;
        folder.move(name, DONE, as);
        if (checksums) {
            folder.move(name + ".sha256", DONE, as + ".sha256");
        }
    }

    private boolean tell(String sha256, List<String> facts) {
        for (var from = 0; from < facts.size(); from += IN_ONE_LETTER) {
            var id = "%s.%d".formatted(sha256.substring(0, 40), from / IN_ONE_LETTER);
            var some = facts.subList(from, Math.min(facts.size(), from + IN_ONE_LETTER));
            if (!gateway.test(Letter.write(seal, id, some, clock.instant()))) {
                return false;
            }
        }
        return true;
    }

    /** As the bank wrote it beside the file. */
    private String checksum(String name) throws IOException {
        var written = new String(folder.read(name + ".sha256", 1 << 10), StandardCharsets.UTF_8);
        return written.strip().split("\\s+", 2)[0];
    }

    private void keep(String sha256, String name, boolean isRight, byte[] content) {
        var facts = new ArrayList<BankFact>();
        var statements = new ArrayList<KnownStatement>();
        try {
            if (!isRight) {
                throw new Unreadable("Expected the checksum beside it; found another.");
            }
            read(sha256, Xml.read(content), facts, statements);
        } catch (Unreadable odd) {
            facts.clear();
            statements.clear();
            facts.add(new BankFact.Unreadable("File %s: %s".formatted(shown(name), odd.getMessage())));
        }
        if (ledger.isNameOfAnother(sha256, name)) {
            facts.add(new BankFact.Unreadable("File %s: its name is that of a former file.".formatted(shown(name))));
        }
        ledger.keep(sha256, facts, statements);
    }

    private void read(String sha256, Xml.Message message, List<BankFact> facts, List<KnownStatement> statements) {
        switch (message.kind()) {
            case "pain.002" -> {
                var report = StatusReport.read(message.content());
                facts.addAll(Answered.of(report, ledger.ofFile(report.original()), today()));
            }
            case "camt.054" -> {
                for (var notice : BankStatement.read(message.content())) {
                    checkAccount(notice);
                    var known = ledger.byEndToEnd(Answered.endToEnds(notice.bookings()));
                    facts.addAll(Answered.of(notice.bookings(), known));
                }
            }
            case "camt.053" -> {
                for (var statement : BankStatement.read(message.content())) {
                    checkAccount(statement);
                    statement(sha256, statement, facts, statements);
                }
            }
            default -> throw new Unreadable("Expected pain.002, camt.053 or camt.054; found another message.");
        }
    }

    /** Another customer's statement, or another bank's, is nothing to act on. */
    private void checkAccount(BankStatement statement) {
        var isOurs = statement.account().equals(account.number().text())
                && statement.bookings().stream()
                        .allMatch(booking -> booking.amount().currency().equals(account.currency()));
        if (!isOurs) {
            throw new Unreadable("Expected our account and its currency; found another.");
        }
    }

    private void statement(
            String sha256, BankStatement statement, List<BankFact> facts, List<KnownStatement> statements) {
        var balances = Objects.requireNonNull(statement.balances());
        var kept = new Kept(
                statement.id(), sha256, statement.number(), balances.day(), balances.opening(), balances.closing());
        var same = ledger.ofDay(balances.day()).stream()
                .filter(one -> one.id().equals(kept.id())
                        || (one.number() != null && one.number().equals(kept.number())))
                .findFirst();
        if (same.isPresent()) {
            // The bank has written it once more. What it said first counts, and is the same, or a person looks at it.
            if (!saysTheSame(same.get(), balances)) {
                throw new Unreadable("Expected what its former version said; found something else.");
            }
            return;
        }
        facts.addAll(Continuity.of(ledger.before(kept), kept, ledger.after(kept)));
        statements.add(new KnownStatement(kept.id(), kept.number(), balances, lines(statement)));
    }

    private static boolean saysTheSame(Kept former, Balances balances) {
        return former.opening().equals(balances.opening()) && former.closing().equals(balances.closing());
    }

    private List<Line> lines(BankStatement statement) {
        var bookings = statement.bookings().stream()
                .flatMap(booking -> apart(booking).stream())
                .toList();
        var known = ledger.byEndToEnd(Answered.endToEnds(bookings));
        return bookings.stream()
                .map(booking -> {
                    var order = booking.endToEnd() == null ? null : known.get(booking.endToEnd());
                    return new Line(
                            booking.reference(),
                            order == null ? null : order.instruction(),
                            order == null ? booking.loan() : null,
                            booking.direction(),
                            booking.amount(),
                            booking.valueDate());
                })
                .collect(Collectors.toUnmodifiableList());
    }

    private List<Booking> apart(Booking booking) {
        var block = booking.block();
        return booking.endToEnd() != null || block == null
                ? List.of(booking)
                : Answered.apart(booking, ledger.ofBlock(block));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), account.zone());
    }

    private static String shown(String name) {
        return name.matches("[A-Za-z0-9._-]{1,100}") ? name : "of another name";
    }
}
