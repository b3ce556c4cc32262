package tallystick.application.contract;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.ApplicationCommand.MeetCondition;
import tallystick.application.lifecycle.Application;
import tallystick.application.words.FreeText;
import tallystick.kernel.ApplicationId;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Conditions precedent over HTTP: what must be proved before the contract is signed. */
@RestController
@Tag(name = "Contract")
class ConditionsController {
    private final Things things;
    private final InstantSource clock;

    ConditionsController(Things things, InstantSource clock) {
        this.things = things;
        this.clock = clock;
    }

    /** @param evidence what proves it: the hash of a document, or the number of an entry in a register */
    record Proof(String condition, String evidence) {}

    record Condition(String condition, boolean met) {}

    record Items(List<Condition> items) {
        static Items of(Application is) {
            var submission = is.submission();
            var asked = submission == null ? null : submission.agreement().conditions();
            return new Items(Objects.requireNonNullElse(asked, List.<String>of()).stream()
                    .map(condition ->
                            new Condition(condition, is.conditionsMet().contains(condition)))
                    .toList());
        }
    }

    @Operation(
            operationId = "listConditions",
            summary = "Conditions precedent",
            description = "What the product asks for before the contract may be signed, and what of it is met.")
    @GetMapping("/api/v1/applications/{application}/conditions")
    @Readers
    Items list(@PathVariable String application) {
        return Items.of(
                things.find(Application.class, application).orElseThrow().state());
    }

    @Operation(
            operationId = "meetCondition",
            summary = "Record that a condition is met",
            description = "With what proves it. The last one lets the contract be signed.")
    @PostMapping("/api/v1/applications/{application}/conditions")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    @Shows(Items.class)
    ResponseEntity<byte[]> meet(@PathVariable String application, @RequestBody Proof body, Write write) {
        return write.<Application>change(
                "application",
                application,
                Application.class,
                () -> {
                    if (!body.evidence().matches("[A-Za-z0-9._/-]{1,100}")) {
                        throw ValueNotAllowed.at("/evidence", "not-allowed", "an id, number or hash", "another text");
                    }
                    return new MeetCondition(
                            new ApplicationId(application),
                            body.condition(),
                            FreeText.of("/evidence", body.evidence()),
                            write.by(),
                            clock.instant());
                },
                decided -> Items.of(decided.state()));
    }
}
