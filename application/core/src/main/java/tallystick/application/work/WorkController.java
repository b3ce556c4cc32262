package tallystick.application.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.ApplicationCommand.AssignApplication;
import tallystick.application.intake.ApplicationView;
import tallystick.application.lifecycle.Application;
import tallystick.application.words.FreeText;
import tallystick.kernel.ApplicationId;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Filters.Words;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** What waits for whom, over HTTP. */
@RestController
@Tag(name = "Work", description = "What waits for me, whose it is, and what was noted.")
class WorkController {
    private final JdbcClient database;
    private final InstantSource clock;

    WorkController(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Something to do. */
    record Item(
            String application, String state, String waitingFor, String product, String officer, Instant startedAt) {}

    private record Row(String at, Item item) {}

    @Operation(
            operationId = "getWorklist",
            summary = "What waits for me",
            description =
                    "Applications in the caller's care that wait for an officer or an applicant, the newest first. With"
                            + " officer=name those of a colleague.")
    @GetMapping("/api/v1/worklist")
    @Readers
    @Filters(value = "officer", words = @Words(value = "waitingFor", of = Application.Turn.class))
    ResponseEntity<Page<Item>> worklist(Listing listing, Caller caller) {
        var page = listing.by(new Column("started_at", "timestamptz"), new Column("id", "text"));
        var params = new HashMap<String, @Nullable Object>(page.params());
        params.put("officer", listing.filter("officer").orElse(caller.name()));
        params.put("waitingFor", listing.filter("waitingFor").orElse(null));
        var rows = database.sql("""
            select id, state, waiting_for, product, started_at, cast(started_at as text) as key, c.officer
              from application.applications_v1 a join application.care_v1 c on c.application = a.id
             where c.officer = :officer and a.waiting_for in ('OFFICER', 'APPLICANT')
               and (cast(:waitingFor as text) is null or a.waiting_for = :waitingFor) and
            """ + page.where() + page.order())
                .params(params)
                .query((row, _) -> new Row(
                        row.getString("key"),
                        new Item(
                                row.getString("id"),
                                row.getString("state"),
                                row.getString("waiting_for"),
                                row.getString("product"),
                                row.getString("officer"),
                                row.getTimestamp("started_at").toInstant())))
                .list();
        return listing.answer(rows, row -> List.of(row.at(), row.item().application()), Row::item);
    }

    /** @param note for the colleague, without anything personal */
    record Assignment(String officer, @Nullable String note) {}

    @Operation(
            operationId = "assignApplication",
            summary = "Give an application to a colleague",
            description = "It leaves one worklist and appears in the other.")
    @PostMapping("/api/v1/applications/{application}/assignment")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    @Shows(ApplicationView.class)
    ResponseEntity<byte[]> assign(@PathVariable String application, @RequestBody Assignment body, Write write) {
        return write.change(
                "application",
                application,
                Application.class,
                () -> {
                    if (!body.officer().matches("[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}")) {
                        throw ValueNotAllowed.at("/officer", "not-allowed", "the name of a user", "another text");
                    }
                    if (body.note() != null) {
                        FreeText.of("/note", body.note());
                    }
                    return new AssignApplication(
                            new ApplicationId(application), body.officer(), body.note(), write.by(), clock.instant());
                },
                ApplicationView::of);
    }
}
