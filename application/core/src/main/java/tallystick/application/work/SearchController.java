package tallystick.application.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.intake.ApplicationView;
import tallystick.application.lifecycle.Application;
import tallystick.application.parties.Parties;
import tallystick.runtime.decide.Things;
import tallystick.runtime.sealing.IdentifierKind;
import tallystick.runtime.security.Keyless;
import tallystick.runtime.web.door.Readers;

/** Finds applications by what is known of their people and cars. What is sought is never in an address. */
@RestController
@Tag(name = "Work")
class SearchController {
    private final JdbcClient database;
    private final Things things;
    private final Parties parties;

    SearchController(JdbcClient database, Things things, Parties parties) {
        this.database = database;
        this.things = things;
        this.parties = parties;
    }

    /** By what one searches. */
    enum By {
        NATIONAL_ID,
        PHONE,
        EMAIL,
        DEVICE,
        ACCOUNT,
        NAME,
        VIN,
        PLATE;

        String hash(Parties parties, String clear) {
            return switch (this) {
                case NAME, VIN, PLATE -> parties.connection(name(), clear).hash();
                case NATIONAL_ID, PHONE, EMAIL, DEVICE, ACCOUNT ->
                    parties.identifier(IdentifierKind.valueOf(name()), clear).hash();
            };
        }
    }

    record Sought(By kind, String value) {}

    record Found(List<ApplicationView> items) {}

    @Operation(
            operationId = "searchApplications",
            summary = "Find applications by what is known",
            description =
                    "By the whole name, a number, a vehicle or its plate of anybody in it, drafts included; masked, at"
                            + " most 50.")
    @PostMapping("/api/v1/parties/resolve/applications")
    @Readers
    @Keyless
    Found search(@RequestBody Sought body) {
        var ids = database.sql(
                        "select application from application.application_identifiers_v1 where kind = ? and hash = ?"
                                + " limit 50")
                .params(body.kind().name(), body.kind().hash(parties, body.value()))
                .query(String.class)
                .list();
        return new Found(things.all(Application.class, ids).values().stream()
                .map(ApplicationView::of)
                .toList());
    }

    /** Another application that has something in common, and what. */
    record Related(String application, String state, List<String> shared) {}

    record RelatedItems(List<Related> items) {}

    @Operation(
            operationId = "listRelated",
            summary = "Applications with something in common",
            description =
                    "The same number, account, device or vehicle: perhaps the same wish twice, or one split in two."
                            + " Also while it is a draft.")
    @GetMapping("/api/v1/applications/{application}/related")
    @Readers
    RelatedItems related(@PathVariable String application) {
        return new RelatedItems(database.sql("""
            select o.application, a.state, string_agg(distinct o.kind, ',' order by o.kind) as shared
              from application.application_identifiers_v1 m
              join application.application_identifiers_v1 o
                on o.kind = m.kind and o.hash = m.hash and o.application <> m.application
              join application.applications_v1 a on a.id = o.application
             where m.application = ? and m.kind not in ('NAME', 'EMPLOYER')
             group by o.application, a.state order by count(*) desc, o.application limit 50
            """)
                .param(application)
                .query((row, _) -> new Related(
                        row.getString("application"),
                        row.getString("state"),
                        List.of(row.getString("shared").split(",", -1))))
                .list());
    }
}
