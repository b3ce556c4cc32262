package tallystick.application.parties;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.runtime.decide.Things;
import tallystick.runtime.sealing.BlindIndex;
import tallystick.runtime.sealing.IdentifierKind;
import tallystick.runtime.security.Keyless;
import tallystick.runtime.web.door.Readers;

/** Parties over HTTP. */
@RestController
@Tag(name = "Parties", description = "One record per real person or company.")
class PartiesController {
    private final JdbcClient database;
    private final BlindIndex index;
    private final Things things;

    PartiesController(JdbcClient database, BlindIndex index, Things things) {
        this.database = database;
        this.index = index;
        this.things = things;
    }

    /** An identifier in clear; it is hashed and forgotten. */
    record Wanted(IdentifierKind kind, String value) {}

    record Found(List<PartyView> items) {}

    record PartyView(String id, String name, @Nullable String mergedInto) {}

    @Operation(
            operationId = "resolveParty",
            summary = "Find a party by an identifier",
            description = "Everybody who has the identifier; nobody is an empty list. Names are masked.")
    @PostMapping("/api/v1/parties/resolve")
    @Readers
    @Keyless
    Found resolve(@RequestBody Wanted body) {
        return new Found(database.sql(
                        "select p.id, p.name from application.party_identifiers_v1 i join application.parties_v1 p on"
                                + " p.id = i.party where i.kind = ? and i.hash = ? order by p.id limit 200")
                .params(body.kind().name(), index.of(body.kind(), body.value()))
                .query((row, _) -> new PartyView(row.getString("id"), row.getString("name"), null))
                .list());
    }

    @Operation(operationId = "getParty", summary = "One party", description = "Masked.")
    @GetMapping("/api/v1/parties/{party}")
    @Readers
    PartyView one(@PathVariable String party) {
        var found = things.find(Party.class, party).orElseThrow().state();
        return new PartyView(found.id().value(), found.shown().name(), null);
    }
}
