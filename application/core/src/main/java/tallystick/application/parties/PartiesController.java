package tallystick.application.parties;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.PartyEvent.Flag;
import tallystick.application.api.WhoHas;
import tallystick.kernel.PartyId;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.sealing.BlindIndex;
import tallystick.runtime.sealing.IdentifierKind;
import tallystick.runtime.security.Keyless;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Readers;

/** Parties over HTTP: found, looked at, and who is connected with them. */
@RestController
@Tag(name = "Parties", description = "One record per real person or company.")
class PartiesController {
    private static final int MOST_HOPS = 3;

    private final JdbcClient database;
    private final BlindIndex index;
    private final Things things;
    private final Network network;
    private final PartySearch search;

    PartiesController(JdbcClient database, BlindIndex index, Things things, Network network, PartySearch search) {
        this.search = search;
        this.database = database;
        this.index = index;
        this.things = things;
        this.network = network;
    }

    /** An identifier in clear; it is hashed and forgotten. */
    record Wanted(IdentifierKind kind, String value) {}

    record Found(List<PartyView> items) {}

    record PartyView(
            String id,
            String name,
            @Nullable String mergedInto,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags) {
        static PartyView of(Decided<Party> decided) {
            var party = decided.state();
            var into = party.mergedInto();
            return new PartyView(
                    party.id().value(),
                    party.shown().name(),
                    into == null ? null : into.value(),
                    party.flags().stream().sorted().toList());
        }
    }

    @Operation(
            operationId = "resolveParty",
            summary = "Find a party by an identifier",
            description = "Everybody who has the identifier; nobody is an empty list. Names are masked.")
    @PostMapping("/api/v1/parties/resolve")
    @Readers
    @Keyless
    Found resolve(@RequestBody Wanted body) {
        var found = search.on(new WhoHas(body.kind().name(), index.of(body.kind(), body.value())));
        return new Found(found.parties().stream()
                .map(party -> new PartyView(party.party(), party.name(), party.mergedInto(), List.of()))
                .toList());
    }

    @Operation(
            operationId = "getParty",
            summary = "One party",
            description = "Masked, with what is to be kept in mind.")
    @GetMapping("/api/v1/parties/{party}")
    @Readers
    ResponseEntity<PartyView> one(@PathVariable String party) {
        var found = things.find(Party.class, party).orElseThrow();
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(PartyView.of(found));
    }

    /** Who is within reach, and what the rules may ask of them all. */
    record Reach(Network.Features features, List<Network.Neighbour> items) {}

    @Operation(
            operationId = "getNetwork",
            summary = "Who is connected with a party",
            description =
                    "By a shared phone, account, e-mail, device, address or employer, or by an application they are in"
                            + " together; within 1 to 3 hops.")
    @GetMapping("/api/v1/parties/{party}/network")
    @Readers
    Reach network(@PathVariable String party, @RequestParam(name = "hops", defaultValue = "2") String hops) {
        if (!hops.matches("[1-" + MOST_HOPS + "]")) {
            throw ValueNotAllowed.at("/hops", "not-allowed", "1 to " + MOST_HOPS, "another text");
        }
        var within = network.within(new PartyId(party), Integer.parseInt(hops));
        return new Reach(Network.Features.of(within), within);
    }

    /** Something the party takes part in. */
    record Part(
            String application,
            String role,
            String standing,
            @Nullable String loan) {}

    record Parts(List<Part> items) {}

    @Operation(
            operationId = "listPartyApplications",
            summary = "What a party takes part in",
            description =
                    "Applications and loans, as applicant, borrower or surety; the newest first, also of parties that"
                            + " were merged into it.")
    @GetMapping("/api/v1/parties/{party}/applications")
    @Readers
    Parts applications(@PathVariable String party) {
        return new Parts(database.sql("""
            select application, role, standing, loan from application.party_applications_v1
             where party = :party or party in (select id from application.parties_v1 where merged_into = :party)
             order by at desc, application limit 200
            """)
                .param("party", party)
                .query((row, _) -> new Part(
                        row.getString("application"),
                        row.getString("role"),
                        row.getString("standing"),
                        row.getString("loan")))
                .list());
    }
}
