package tallystick.application.origination;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.ApplicationCommand.ApprovePayee;
import tallystick.application.api.ApplicationCommand.AskCancellation;
import tallystick.application.api.ApplicationCommand.CorrectPayee;
import tallystick.application.intake.ApplicationView;
import tallystick.application.lifecycle.Application;
import tallystick.application.lifecycle.Payee;
import tallystick.application.words.FreeText;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.Sealed;
import tallystick.runtime.decide.Things;
import tallystick.runtime.sealing.BlindIndex;
import tallystick.runtime.sealing.IdentifierKind;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** What people do when a payout fails or must be stopped. */
@RestController
@Tag(name = "Applications")
class PayoutTrouble {
    private final Things things;
    private final Sealing sealing;
    private final BlindIndex index;
    private final InstantSource clock;

    PayoutTrouble(Things things, Sealing sealing, BlindIndex index, InstantSource clock) {
        this.things = things;
        this.sealing = sealing;
        this.index = index;
        this.clock = clock;
    }

    record Account(String payoutAccount) {}

    record Approval(String hash) {}

    record Reason(String reason) {}

    record PayeeView(String hash, String proposedBy) {
        static PayeeView of(Payee payee) {
            return new PayeeView(payee.hash(), payee.proposedBy());
        }
    }

    @Operation(
            operationId = "proposePayee",
            summary = "Propose another account",
            description = "After a payout that the bank rejected. Another person approves the hash.")
    @PostMapping("/api/v1/applications/{application}/payee")
    @Allowed(Role.OFFICER)
    @Shows(PayeeView.class)
    ResponseEntity<byte[]> propose(@PathVariable String application, @RequestBody Account body, Write write) {
        return write.<Application>change(
                "application",
                application,
                Application.class,
                () -> {
                    if (!body.payoutAccount().matches("[A-Z0-9]{8,34}")) {
                        throw ValueNotAllowed.at(
                                "/payoutAccount",
                                "not-allowed",
                                "an account of 8 to 34 letters and digits",
                                "another text");
                    }
                    return new CorrectPayee(
                            new ApplicationId(application),
                            sealed(application, body.payoutAccount()),
                            index.of(IdentifierKind.ACCOUNT, body.payoutAccount()),
                            write.by(),
                            clock.instant());
                },
                decided -> PayeeView.of(Objects.requireNonNull(decided.state().payee())));
    }

    private Sealed sealed(String application, String account) {
        var submission = found(application).submission();
        var party = submission == null ? application : submission.applicant().value();
        return sealing.seal(party, Sealed.Purpose.IDENTITY, "payoutAccount", account);
    }

    @Operation(
            operationId = "getPayee",
            summary = "The proposed account",
            description = "Its hash and who proposed it.")
    @GetMapping("/api/v1/applications/{application}/payee")
    @Readers
    PayeeView payee(@PathVariable String application) {
        var payee = found(application).payee();
        if (payee == null) {
            throw Standard.NOT_FOUND
                    .with("Expected a proposed account of %s; there is none.".formatted(application))
                    .rejected();
        }
        return PayeeView.of(payee);
    }

    @Operation(
            operationId = "approvePayee",
            summary = "Approve another account",
            description = "By another person than the one who proposed it. The payout is ordered again.")
    @PostMapping("/api/v1/applications/{application}/payee/approval")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(ApplicationView.class)
    ResponseEntity<byte[]> approve(@PathVariable String application, @RequestBody Approval body, Write write) {
        return write.change(
                "application",
                application,
                Application.class,
                () -> new ApprovePayee(new ApplicationId(application), body.hash(), write.by(), clock.instant()),
                ApplicationView::of);
    }

    @Operation(
            operationId = "cancelApplication",
            summary = "Ask for a cancellation",
            description = "While the payout is under way: a cancel goes to the bank, which may be past it.")
    @PostMapping("/api/v1/applications/{application}/cancellation")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    @Shows(ApplicationView.class)
    ResponseEntity<byte[]> cancel(@PathVariable String application, @RequestBody Reason body, Write write) {
        return write.change(
                "application",
                application,
                Application.class,
                () -> new AskCancellation(
                        new ApplicationId(application), FreeText.reason(body.reason()), write.by(), clock.instant()),
                ApplicationView::of);
    }

    private Application found(String application) {
        return things.find(Application.class, application).orElseThrow().state();
    }
}
