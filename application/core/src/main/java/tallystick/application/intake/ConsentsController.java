package tallystick.application.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.ApplicationCommand.GiveConsent;
import tallystick.application.api.ApplicationCommand.WithdrawConsent;
import tallystick.application.api.Draft.Consent;
import tallystick.application.intake.DraftBody.ConsentBody;
import tallystick.application.lifecycle.Application;
import tallystick.kernel.ApplicationId;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Consents over HTTP: who agreed to what, for whom, and until when. */
@RestController
@Tag(name = "Applications")
class ConsentsController {
    private final Things things;
    private final InstantSource clock;

    ConsentsController(Things things, InstantSource clock) {
        this.things = things;
        this.clock = clock;
    }

    record Items(List<Consent> items) {
        static Items of(Application application) {
            return new Items(application.draft().consents());
        }
    }

    /** @param recipient absent takes it back from everybody */
    record ConsentWithdrawal(String purpose, @Nullable String recipient) {}

    @Operation(
            operationId = "listConsents",
            summary = "Consents",
            description = "Each with its person, purpose, recipient and wording, and when it was given or withdrawn.")
    @GetMapping("/api/v1/applications/{application}/consents")
    @Readers
    Items list(@PathVariable String application) {
        return Items.of(found(application));
    }

    @Operation(
            operationId = "giveConsent",
            summary = "Record a consent",
            description = "Also after the application was handed in. `person` 0 or absent is the applicant, 1 the first"
                    + " co-applicant. The answer lists them all.")
    @PostMapping("/api/v1/applications/{application}/consents")
    @Allowed(Role.OFFICER)
    @Shows(Items.class)
    ResponseEntity<byte[]> give(@PathVariable String application, @RequestBody ConsentBody body, Write write) {
        return write.<Application>change(
                "application",
                application,
                Application.class,
                () -> {
                    var others = found(application).draft().othersOrNone().size();
                    ConsentCheck.run(body, others);
                    var at = clock.instant();
                    return new GiveConsent(new ApplicationId(application), body.since(at), write.by(), at);
                },
                decided -> Items.of(decided.state()));
    }

    @Operation(
            operationId = "withdrawConsent",
            summary = "Take a consent back",
            description = "Nothing is done for that purpose any more; what was done stays. The answer lists them all.")
    @PostMapping("/api/v1/applications/{application}/consent-withdrawals")
    @Allowed(Role.OFFICER)
    @Shows(Items.class)
    ResponseEntity<byte[]> withdraw(
            @PathVariable String application, @RequestBody ConsentWithdrawal body, Write write) {
        return write.<Application>change(
                "application",
                application,
                Application.class,
                () -> new WithdrawConsent(
                        new ApplicationId(application), body.purpose(), body.recipient(), write.by(), clock.instant()),
                decided -> Items.of(decided.state()));
    }

    private Application found(String application) {
        return things.find(Application.class, application).orElseThrow().state();
    }
}
