package tallystick.application.placement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
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
import tallystick.application.api.ProgrammeCommand.AddProgramme;
import tallystick.application.api.ProgrammeCommand.ApproveProgramme;
import tallystick.application.api.ProgrammeCommand.ChangeProgramme;
import tallystick.application.api.ProgrammeData;
import tallystick.application.lines.Currencies;
import tallystick.application.lines.FundingLine;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.runtime.approval.FourEyes;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.NeedsMatch;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.json.WebJson;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;
import tools.jackson.databind.JsonNode;

/** Programmes and placements over HTTP. */
@RestController
@Tag(name = "Placement", description = "Programmes of banks, and why each was taken or skipped.")
class PlacementController {
    private final ProgrammeList programmes;
    private final Things things;
    private final JdbcClient database;
    private final InstantSource clock;
    private final Currencies currencies;

    PlacementController(
            ProgrammeList programmes, Things things, JdbcClient database, InstantSource clock, Currencies currencies) {
        this.currencies = currencies;
        this.things = things;
        this.programmes = programmes;
        this.database = database;
        this.clock = clock;
    }

    @Operation(
            operationId = "addProgramme",
            summary = "Add a programme",
            description = "What a bank takes, at what rate, out of which funding line. In force once another person has"
                    + " approved it.")
    @PostMapping("/api/v1/banks/{bank}/programmes")
    @Allowed(Role.OPERATIONS)
    @Shows(ProgrammeView.class)
    ResponseEntity<byte[]> add(@PathVariable String bank, @RequestBody ProgrammeData body, Write write) {
        return write.create(
                "application",
                "programme",
                Programme.class,
                _ -> {
                    mustBe(body, bank);
                    return new AddProgramme(
                            ProgrammeId.named(body.id()), new BankId(bank), body, write.by(), clock.instant());
                },
                decided -> ProgrammeView.of(decided.state()),
                decided -> decided.state().id().name());
    }

    @Operation(
            operationId = "changeProgramme",
            summary = "Change a programme",
            description = "The whole data as it shall be. In force once another person has approved it.")
    @PutMapping("/api/v1/banks/{bank}/programmes/{programme}")
    @Allowed(Role.OPERATIONS)
    @NeedsMatch
    @Shows(ProgrammeView.class)
    ResponseEntity<byte[]> change(
            @PathVariable String bank, @PathVariable String programme, @RequestBody ProgrammeData body, Write write) {
        var id = ProgrammeId.named(programme);
        return write.<Programme>change(
                "application",
                id.value(),
                Programme.class,
                () -> {
                    mustBe(body, bank);
                    if (!body.id().equals(programme)) {
                        throw ValueNotAllowed.at("/id", "another-programme", programme, "another name");
                    }
                    var serves = found(id).state().data().product();
                    if (!body.product().equals(serves)) {
                        throw ValueNotAllowed.at("/product", "another-product", serves, "another name");
                    }
                    return new ChangeProgramme(id, body, write.by(), clock.instant());
                },
                decided -> ProgrammeView.of(decided.state()));
    }

    private void mustBe(ProgrammeData body, String bank) {
        ProgrammeCheck.check(body, bank);
        ProgrammeCheck.lines(
                body,
                bank,
                line -> things.find(FundingLine.class, FundingLineId.named(line).value())
                        .map(found -> found.state().bank()));
        currencies.mustSuit("/fundingLine", body.fundingLine(), body.product());
        if (body.partners() != null) {
            body.partners().forEach(partner -> currencies.mustSuit("/partners", partner.fundingLine(), body.product()));
        }
        if (body.standby() != null) {
            currencies.mustSuit("/standby", body.standby().fundingLine(), body.product());
        }
    }

    /** What the second person has seen. */
    record Approval(String hash) {}

    @Operation(
            operationId = "approveProgramme",
            summary = "Approve a programme",
            description = "What was added or changed, by another person, for exactly the hash that was shown. Who"
                + " approves the line of a new programme approves the programme with it, as it stood when the line was"
                + " proposed.")
    @PostMapping("/api/v1/banks/{bank}/programmes/{programme}/approval")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(ProgrammeView.class)
    ResponseEntity<byte[]> approve(
            @PathVariable String bank, @PathVariable String programme, @RequestBody Approval body, Write write) {
        var id = ProgrammeId.named(programme);
        return write.<Programme>change(
                "application",
                id.value(),
                Programme.class,
                () -> new ApproveProgramme(id, shown(id, body.hash()), write.by(), clock.instant()),
                decided -> ProgrammeView.of(decided.state()));
    }

    /** Whose hash it is; another one names nothing that waits. */
    private ProgrammeData shown(ProgrammeId id, String hash) {
        var is = found(id).state();
        var proposal = is.proposal();
        var newest = proposal == null ? is.data() : proposal.data();
        FourEyes.mustBeShown("programme " + id.name(), ProgrammeView.hash(newest), hash);
        return newest;
    }

    @Operation(
            operationId = "getProgramme",
            summary = "One programme",
            description = "As it is now; its ETag is what a change names.")
    @GetMapping("/api/v1/banks/{bank}/programmes/{programme}")
    @Readers
    ResponseEntity<ProgrammeView> one(@PathVariable String bank, @PathVariable String programme) {
        var found = found(ProgrammeId.named(programme));
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(ProgrammeView.of(found.state()));
    }

    private Decided<Programme> found(ProgrammeId id) {
        return things.find(Programme.class, id.value()).orElseThrow();
    }

    record Items(List<ProgrammeData> items) {}

    @Operation(
            operationId = "listProgrammes",
            summary = "Programmes of a bank",
            description = "In the order they came.")
    @GetMapping("/api/v1/banks/{bank}/programmes")
    @Readers
    Items list(@PathVariable String bank) {
        return new Items(
                programmes.of(new BankId(bank)).stream().map(Listed::data).toList());
    }

    private static List<ShareView> shares(String bank, @Nullable String shares) {
        return shares == null
                ? List.of(new ShareView(bank, "1"))
                : WebJson.get()
                        .readTree(shares)
                        .valueStream()
                        .map(share -> new ShareView(
                                share.at("/bank").asString(""),
                                share.at("/share").asString("")))
                        .toList();
    }

    record ReservationView(String fundingLine, Money amount, String state) {}

    record ShareView(String bank, String share) {}

    record PlacementRow(
            int nr,
            String bank,
            String programme,
            @Nullable Integer rank,
            String state,
            JsonNode skipped,
            @Nullable ReservationView reservation,
            @Nullable String instruction,
            @Nullable JsonNode bankTerms,
            List<ShareView> shares) {}

    @Operation(
            operationId = "listPlacements",
            summary = "Every programme that was considered",
            description = "Those that were skipped say why.")
    @GetMapping("/api/v1/applications/{application}/placements")
    @Readers
    @Filters
    ResponseEntity<Page<PlacementRow>> placements(@PathVariable String application, Listing listing) {
        var page = listing.by(new Column("nr", "int"));
        var params = new HashMap<String, Object>(page.params());
        params.put("application", application);
        var rows = database.sql("""
            select p.nr, p.bank, p.programme, p.rank, p.skipped, p.instruction, p.terms, p.line, p.shares,
                   r.amount, r.currency, r.state as reserved,
                   case when p.state in ('SKIPPED', 'DECLINED') then p.state
                        when r.state = 'RELEASED' then 'CANCELLED'
                        when r.state = 'CONFIRMED' then r.state
                        else p.state end as state
              from (select * from application.placements_v1 where application = :application and %s %s) p
              left join application.reservations_v1 r
                on r.line = p.line and r.application = p.application and r.placement = p.nr
             order by p.nr desc
            """.formatted(page.where(), page.order()))
                .params(params)
                .query((row, _) -> new PlacementRow(
                        row.getInt("nr"),
                        row.getString("bank"),
                        row.getString("programme"),
                        row.getObject("rank", Integer.class),
                        row.getString("state"),
                        WebJson.get().readTree(row.getString("skipped")),
                        row.getString("reserved") == null
                                ? null
                                : new ReservationView(
                                        row.getString("line").substring("line-".length()),
                                        Money.of(
                                                row.getString("currency"),
                                                row.getBigDecimal("amount").toPlainString()),
                                        row.getString("reserved")),
                        row.getString("instruction"),
                        row.getString("terms") == null ? null : WebJson.get().readTree(row.getString("terms")),
                        shares(row.getString("bank"), row.getString("shares"))))
                .list();
        return listing.answer(rows, row -> List.of(Integer.toString(row.nr())), row -> row);
    }
}
