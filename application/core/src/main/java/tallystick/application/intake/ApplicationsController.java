package tallystick.application.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.ApplicationCommand.ChangeDraft;
import tallystick.application.api.ApplicationCommand.StartDraft;
import tallystick.application.api.ApplicationCommand.WithdrawApplication;
import tallystick.application.lifecycle.Application;
import tallystick.application.lifecycle.Application.Turn;
import tallystick.application.lifecycle.State;
import tallystick.application.words.FreeText;
import tallystick.kernel.ApplicationId;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Filters.Words;
import tallystick.runtime.web.door.NeedsMatch;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.lists.ThingLists;
import tallystick.runtime.web.writes.Holding;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;
import tools.jackson.databind.JsonNode;

/** Applications over HTTP: entered, handed in, withdrawn, looked at. */
@RestController
@Tag(name = "Applications", description = "From the first keystroke to a funded loan.")
class ApplicationsController {
    private static final Logger LOG = LoggerFactory.getLogger(ApplicationsController.class);
    private static final String CONTEXT = "application";

    private final Drafts drafts;
    private final Submissions submissions;
    private final Things things;
    private final JdbcClient database;
    private final Holding holding;
    private final ThingLists lists;

    ApplicationsController(
            Drafts drafts,
            Submissions submissions,
            Things things,
            JdbcClient database,
            Holding holding,
            ThingLists lists) {
        this.lists = lists;
        this.drafts = drafts;
        this.submissions = submissions;
        this.things = things;
        this.database = database;
        this.holding = holding;
    }

    /** Why somebody withdraws. */
    record Withdrawal(String reason) {}

    /** Nothing to say. */
    record Nothing() {}

    @Operation(
            operationId = "startApplication",
            summary = "Start a draft",
            description = "Everything but the product may be missing; the answer lists what is. Each person consents:"
                    + " `person` of a consent, 0 or absent, is the applicant, 1 the first co-applicant.")
    @PostMapping("/api/v1/applications")
    @Allowed(Role.OFFICER)
    @Shows(ApplicationView.class)
    ResponseEntity<byte[]> start(@RequestBody DraftBody body, Write write) {
        return write.create(
                CONTEXT,
                ApplicationId.KIND,
                Application.class,
                text -> {
                    var id = new ApplicationId(text);
                    return new StartDraft(id, drafts.draft(id, body, null), write.by(), drafts.now());
                },
                ApplicationView::of);
    }

    @Operation(
            operationId = "changeApplication",
            summary = "Change a draft",
            description = "A JSON merge patch: null removes, an object is merged, anything else replaces.")
    @PatchMapping(
            path = "/api/v1/applications/{application}",
            consumes = {"application/merge-patch+json", "application/json"})
    @Allowed(Role.OFFICER)
    @NeedsMatch
    @Shows(ApplicationView.class)
    ResponseEntity<byte[]> change(@PathVariable String application, @RequestBody JsonNode patch, Write write) {
        var id = new ApplicationId(application);
        return write.change(
                CONTEXT,
                application,
                Application.class,
                () -> {
                    var is = found(application).state();
                    var body = drafts.merged(is.draft(), patch);
                    return new ChangeDraft(id, drafts.draft(id, body, is.draft()), write.by(), drafts.now());
                },
                ApplicationView::of);
    }

    @Operation(
            operationId = "submitApplication",
            summary = "Hand a draft in",
            description =
                    "Audit and placement follow by themselves; Prefer: wait=n holds the answer until somebody else's"
                            + " turn comes.")
    @PostMapping("/api/v1/applications/{application}/submission")
    @Allowed(Role.OFFICER)
    @Shows(ApplicationView.class)
    ResponseEntity<?> submit(
            @PathVariable String application,
            @RequestBody Nothing body,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            Write write) {
        var answer = write.<Application>change(
                CONTEXT,
                application,
                Application.class,
                () -> submissions.command(found(application).state(), write.by()),
                ApplicationView::of);
        return prefer == null || answer.getStatusCode().value() != 200 ? answer : held(application, prefer);
    }

    @Operation(
            operationId = "withdrawApplication",
            summary = "Withdraw an application",
            description = "At any time before the payout is ordered; then ask for a cancellation instead.")
    @PostMapping("/api/v1/applications/{application}/withdrawal")
    @Allowed(Role.OFFICER)
    @Shows(ApplicationView.class)
    ResponseEntity<byte[]> withdraw(@PathVariable String application, @RequestBody Withdrawal body, Write write) {
        return write.change(
                CONTEXT,
                application,
                Application.class,
                () -> new WithdrawApplication(
                        new ApplicationId(application), FreeText.reason(body.reason()), write.by(), drafts.now()),
                ApplicationView::of);
    }

    @Operation(
            operationId = "getApplication",
            summary = "One application",
            description =
                    "Personal data is masked; Pii-Purpose opens it for those who may, and is logged. Prefer: wait=n"
                            + " holds the answer while the platform or a bank is at work.")
    @GetMapping("/api/v1/applications/{application}")
    @Readers
    ResponseEntity<ApplicationView> one(
            @PathVariable String application,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @RequestHeader(name = "Pii-Purpose", required = false) @Nullable String purpose,
            Caller caller) {
        if (purpose != null && !purpose.isBlank() && caller.may("pii:read")) {
            LOG.info("{} reads personal data of {} for: {}", caller.name(), application, oneLine(purpose));
            return ResponseEntity.ok(opened(found(application)));
        }
        return held(application, prefer);
    }

    /** As long as a purpose needs to be, and in one line, so that it cannot forge another. */
    private static String oneLine(String purpose) {
        return purpose.substring(0, Math.min(purpose.length(), 200)).replaceAll("[^\\x20-\\x7e]", "?");
    }

    private ApplicationView opened(Decided<Application> decided) {
        var view = ApplicationView.of(decided);
        var applicant = decided.state().draft().applicant();
        if (applicant == null) {
            return view;
        }
        var person = drafts.person(applicant.details());
        var party = view.applicant() == null ? null : view.applicant().party();
        return view.showing(
                new ApplicationView.ApplicantView(party, person.name(), person.nationalId(), person.phone()));
    }

    private ResponseEntity<ApplicationView> held(String application, @Nullable String prefer) {
        var answer = holding.hold(
                prefer,
                () -> ApplicationView.of(found(application)),
                view -> view.waitingFor() != Turn.SYSTEM && view.waitingFor() != Turn.BANK);
        var body = Objects.requireNonNull(answer.getBody());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .eTag("\"" + body.version() + "\"")
                .body(body);
    }

    @Operation(operationId = "listApplications", summary = "Applications", description = "The newest first.")
    @GetMapping("/api/v1/applications")
    @Readers
    @Filters(
            value = "product",
            words = {
                @Words(value = "state", of = State.class),
                @Words(value = "waitingFor", of = Application.Turn.class)
            })
    ResponseEntity<Page<ApplicationView>> list(Listing listing) {
        return lists.page(
                listing,
                "application.applications_v1",
                "started_at",
                Application.class,
                ApplicationView::of,
                "state",
                "product",
                "waitingFor");
    }

    /** One line of what happened. */
    record Line(String at, String what, String text, String by) {}

    private record Row(String nr, Line line) {}

    @Operation(operationId = "getTimeline", summary = "What happened", description = "In words, the newest first.")
    @GetMapping("/api/v1/applications/{application}/timeline")
    @Readers
    @Filters
    ResponseEntity<Page<Line>> timeline(@PathVariable String application, Listing listing) {
        var page = listing.by(new Column("nr", "bigint"));
        var params = new java.util.HashMap<String, Object>(page.params());
        params.put("application", application);
        var rows = database.sql(
                        "select nr, at, what, text, by from application.timeline_v1 where application = :application"
                                + " and "
                                + page.where() + page.order())
                .params(params)
                .query((row, _) -> new Row(
                        row.getString("nr"),
                        new Line(
                                row.getTimestamp("at").toInstant().toString(),
                                row.getString("what"),
                                row.getString("text"),
                                row.getString("by"))))
                .list();
        return listing.answer(rows, row -> List.of(row.nr()), Row::line);
    }

    @Operation(
            operationId = "getRequirements",
            summary = "What is still missing",
            description = "Each empty field without which nobody takes it; and for each bank programme that is still"
                    + " possible, what else it wants.")
    @GetMapping("/api/v1/applications/{application}/requirements")
    @Readers
    Drafts.Open requirements(@PathVariable String application) {
        return drafts.requirements(found(application).state());
    }

    private Decided<Application> found(String application) {
        return things.find(Application.class, application).orElseThrow();
    }
}
