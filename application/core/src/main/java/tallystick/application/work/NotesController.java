package tallystick.application.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.ApplicationCommand.AddNote;
import tallystick.application.intake.ApplicationView;
import tallystick.application.lifecycle.Application;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.Sealed;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Notes over HTTP. People write names into them, so they are sealed like everything personal. */
@RestController
@Tag(name = "Work")
class NotesController {
    private static final String FIELD = "note";
    private static final int LONGEST = 4000;

    private final JdbcClient database;
    private final Sealing sealing;
    private final InstantSource clock;

    NotesController(JdbcClient database, Sealing sealing, InstantSource clock) {
        this.database = database;
        this.sealing = sealing;
        this.clock = clock;
    }

    record Text(String text) {}

    record Note(String id, Instant at, String by, String text) {}

    record Notes(List<Note> items) {}

    @Operation(
            operationId = "addNote",
            summary = "Write a note",
            description = "Kept sealed; nobody changes it afterwards.")
    @PostMapping("/api/v1/applications/{application}/notes")
    @Allowed({Role.OFFICER, Role.UNDERWRITER, Role.SENIOR_UNDERWRITER, Role.OPERATIONS})
    @Shows(ApplicationView.class)
    ResponseEntity<byte[]> add(@PathVariable String application, @RequestBody Text body, Write write) {
        return write.change(
                "application",
                application,
                Application.class,
                () -> {
                    if (body.text().isBlank() || body.text().length() > LONGEST) {
                        throw ValueNotAllowed.at("/text", "not-allowed", "1 to " + LONGEST + " characters", "another");
                    }
                    return new AddNote(
                            new ApplicationId(application),
                            write.derivedId("note"),
                            sealing.seal(application, Sealed.Purpose.IDENTITY, FIELD, body.text()),
                            write.by(),
                            clock.instant());
                },
                ApplicationView::of);
    }

    @Operation(
            operationId = "listNotes",
            summary = "Notes",
            description = "The newest first, at most 200; in clear for those who may see personal data.")
    @GetMapping("/api/v1/applications/{application}/notes")
    @Readers
    Notes list(@PathVariable String application, Caller caller) {
        return new Notes(database.sql("select id, at, by, epoch, bytes from application.notes_v1 where application = ?"
                        + " order by at desc, id limit 200")
                .param(application)
                .query((row, _) -> new Note(
                        row.getString("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by"),
                        caller.may("pii:read")
                                ? opened(application, row.getInt("epoch"), row.getBytes("bytes"))
                                : "***"))
                .list());
    }

    private String opened(String application, int epoch, byte[] bytes) {
        return sealing.open(new Sealed(application, Sealed.Purpose.IDENTITY, epoch, bytes), FIELD)
                .textOr(_ -> "***");
    }
}
