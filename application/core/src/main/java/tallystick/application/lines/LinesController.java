package tallystick.application.lines;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.FundingLineCommand.ApproveLine;
import tallystick.application.api.FundingLineCommand.ChangeLimit;
import tallystick.application.api.FundingLineCommand.ProposeLine;
import tallystick.application.api.LineKind;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.NeedsMatch;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.lists.ThingLists;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Funding lines over HTTP. */
@RestController
@Tag(name = "Funding lines", description = "How much of a programme is left; never oversold.")
class LinesController {
    private static final Duration LONGEST_RESERVATION = Duration.ofDays(90);

    private final Things things;
    private final JdbcClient database;
    private final InstantSource clock;
    private final ThingLists lists;
    private final Currencies currencies;

    LinesController(Things things, JdbcClient database, InstantSource clock, ThingLists lists, Currencies currencies) {
        this.lists = lists;
        this.currencies = currencies;
        this.things = things;
        this.database = database;
        this.clock = clock;
    }

    /** @param kind null is {@code VOLUME} */
    record LineBody(
            String id,
            String bank,
            String programme,
            String currency,
            BigDecimal limit,
            String reservationValidFor,
            @Nullable LineKind kind) {
        /** What the law bounds nobody proposes or changes. */
        LineKind kindOrVolume() {
            if (kind == LineKind.EXPOSURE) {
                throw ValueNotAllowed.at("/kind", "not-allowed", "VOLUME or BALANCE", "EXPOSURE");
            }
            return kind == null ? LineKind.VOLUME : kind;
        }
    }

    /** What the second person has seen. */
    record Shown(@Nullable String hash) {}

    record LineView(
            String id,
            String bank,
            String programme,
            String currency,
            BigDecimal limit,
            BigDecimal reserved,
            BigDecimal confirmed,
            BigDecimal available,
            String reservationValidFor,
            long version,
            LineKind kind,
            BigDecimal repaid,
            @Nullable ChangeView proposed,
            @Nullable String hash) {
        static LineView of(Decided<FundingLine> decided) {
            var line = decided.state();
            return new LineView(
                    line.id().name(),
                    line.bank().value(),
                    line.programme().name(),
                    line.limit().currency().getCurrencyCode(),
                    line.limit().amount(),
                    line.reserved().amount(),
                    line.confirmed().amount(),
                    line.available().amount(),
                    line.reservationValidFor().toString(),
                    decided.version(),
                    line.kind(),
                    line.repaid().amount(),
                    ChangeView.of(line.change()),
                    line.waiting());
        }
    }

    /** What waits for another person. */
    record ChangeView(BigDecimal limit, String reservationValidFor, String by) {
        static @Nullable ChangeView of(FundingLine.@Nullable Change change) {
            return change == null
                    ? null
                    : new ChangeView(
                            change.limit().amount(),
                            change.reservationValidFor().toString(),
                            change.by());
        }
    }

    @Operation(
            operationId = "proposeFundingLine",
            summary = "Propose a funding line",
            description = "Takes effect when another person approves it.")
    @PostMapping("/api/v1/funding-lines")
    @Allowed(Role.OPERATIONS)
    @Shows(LineView.class)
    ResponseEntity<byte[]> propose(@RequestBody LineBody body, Write write) {
        return write.create(
                "application",
                "line",
                FundingLine.class,
                _ -> {
                    named("/id", body.id());
                    named("/programme", body.programme());
                    currencies.mustServe(body.programme(), body.currency());
                    return new ProposeLine(
                            FundingLineId.named(body.id()),
                            new BankId(named("/bank", body.bank())),
                            ProgrammeId.named(body.programme()),
                            limit(body),
                            duration(body),
                            write.by(),
                            clock.instant(),
                            body.kindOrVolume());
                },
                LineView::of,
                decided -> decided.state().id().name());
    }

    private static String named(String pointer, String name) {
        if (!name.matches("[a-z][a-z0-9-]{0,30}")) {
            throw ValueNotAllowed.at(
                    pointer, "not-a-name", "at most 31 lower-case letters, digits and dashes", "another text");
        }
        return name;
    }

    private static Money limit(LineBody body) {
        try {
            var limit = Money.of(body.currency(), body.limit().toPlainString());
            if (limit.isNegative()) {
                throw ValueNotAllowed.at("/limit", "negative", "zero or more", limit.toString());
            }
            return limit;
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw ValueNotAllowed.at("/limit", "not-money", "an amount in a currency of ISO 4217", "another text");
        }
    }

    private static Duration duration(LineBody body) {
        try {
            var duration = Duration.parse(body.reservationValidFor());
            if (duration.isPositive() && duration.compareTo(LONGEST_RESERVATION) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException no) {
            // Told below.
        }
        throw ValueNotAllowed.at(
                "/reservationValidFor", "not-a-duration", "a duration of at most 90 days, such as PT30M", "another");
    }

    @Operation(
            operationId = "approveFundingLine",
            summary = "Approve a funding line",
            description =
                    "The line, or the change of it that waits; by another person, who names what was shown: by its"
                        + " hash, or by If-Match, though every reservation is a new version. Only a line that nobody"
                        + " has changed since it was proposed needs neither.")
    @PostMapping("/api/v1/funding-lines/{line}/approval")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(LineView.class)
    ResponseEntity<byte[]> approve(@PathVariable String line, @RequestBody Shown body, Write write) {
        var id = FundingLineId.named(line);
        return write.change(
                "application",
                id.value(),
                FundingLine.class,
                () -> new ApproveLine(id, write.by(), clock.instant(), shown(id, body, write)),
                LineView::of);
    }

    /** Of a line that was proposed and never changed nothing else can have been shown. */
    private @Nullable String shown(FundingLineId id, Shown body, Write write) {
        var found = things.find(FundingLine.class, id.value()).orElseThrow();
        var blind = body.hash() == null && !write.namesVersion();
        if (blind && found.version() > 1 && found.state().waiting() != null) {
            throw Standard.IF_MATCH_MISSING.because(
                    "Expected If-Match, or the hash of what waits for approval; found neither. Read the line first.");
        }
        return body.hash() == null ? found.state().waiting() : body.hash();
    }

    @Operation(
            operationId = "changeFundingLine",
            summary = "Change a limit",
            description = "Never below what is in use. Less takes effect at once, everything else when another person"
                    + " approves it.")
    @PutMapping("/api/v1/funding-lines/{line}")
    @Allowed(Role.OPERATIONS)
    @NeedsMatch
    @Shows(LineView.class)
    ResponseEntity<byte[]> change(@PathVariable String line, @RequestBody LineBody body, Write write) {
        var id = FundingLineId.named(line);
        return write.change(
                "application",
                id.value(),
                FundingLine.class,
                () -> {
                    same(
                            things.find(FundingLine.class, id.value())
                                    .orElseThrow()
                                    .state(),
                            body);
                    return new ChangeLimit(id, limit(body), duration(body), write.by(), clock.instant());
                },
                LineView::of);
    }

    /** A line stays what it is; only its limit and how long a reservation holds are changed. */
    private static void same(FundingLine line, LineBody body) {
        stays("/id", line.id().name(), body.id());
        stays("/bank", line.bank().value(), body.bank());
        stays("/programme", line.programme().name(), body.programme());
        stays("/kind", line.kind().name(), body.kindOrVolume().name());
        stays("/currency", line.limit().currency().getCurrencyCode(), body.currency());
    }

    private static void stays(String pointer, String is, String wanted) {
        if (!is.equals(wanted)) {
            throw ValueNotAllowed.at(pointer, "cannot-change", is, wanted);
        }
    }

    @Operation(operationId = "getFundingLine", summary = "One funding line", description = "What is left of it now.")
    @GetMapping("/api/v1/funding-lines/{line}")
    @Readers
    ResponseEntity<LineView> one(@PathVariable String line) {
        var found = things.find(FundingLine.class, FundingLineId.named(line).value())
                .orElseThrow();
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(LineView.of(found));
    }

    @Operation(operationId = "listFundingLines", summary = "Funding lines", description = "The newest first.")
    @GetMapping("/api/v1/funding-lines")
    @Readers
    @Filters
    ResponseEntity<Page<LineView>> list(Listing listing) {
        return lists.page(listing, "application.funding_lines_v1", "proposed_at", FundingLine.class, LineView::of);
    }

    record ReservationView(String application, BigDecimal amount, String state, Instant at) {}

    private record Row(String nr, ReservationView view) {}

    @Operation(operationId = "listReservations", summary = "Who has what of a line", description = "The newest first.")
    @GetMapping("/api/v1/funding-lines/{line}/reservations")
    @Readers
    @Filters({"application", "state"})
    ResponseEntity<Page<ReservationView>> reservations(@PathVariable String line, Listing listing) {
        var page = listing.by(new Column("nr", "bigint"));
        var params = new HashMap<String, @Nullable Object>(page.params());
        params.put("line", FundingLineId.named(line).value());
        params.put("application", listing.filter("application").orElse(null));
        params.put("state", listing.filter("state").orElse(null));
        var rows = database.sql("select nr, application, amount, state, at from application.reservations_v1"
                        + " where line = :line and (cast(:application as text) is null or application = :application)"
                        + " and (cast(:state as text) is null or state = :state) and " + page.where() + page.order())
                .params(params)
                .query((row, _) -> new Row(
                        row.getString("nr"),
                        new ReservationView(
                                row.getString("application"),
                                row.getBigDecimal("amount"),
                                row.getString("state"),
                                row.getTimestamp("at").toInstant())))
                .list();
        return listing.answer(rows, row -> List.of(row.nr()), Row::view);
    }
}
