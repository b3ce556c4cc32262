package tallystick.application.origination;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.ApplicationCommand.AgreeToSmallerLoan;
import tallystick.application.contract.Contracts;
import tallystick.application.intake.ApplicationView;
import tallystick.application.lifecycle.Application;
import tallystick.application.words.FreeText;
import tallystick.kernel.ApplicationId;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** A loan of what is paid, where one of several lenders has not paid its share. */
@RestController
@Tag(name = "Applications")
class SmallerLoanController {
    private final Things things;
    private final SmallerLoans smaller;
    private final Contracts contracts;
    private final InstantSource clock;

    SmallerLoanController(Things things, SmallerLoans smaller, Contracts contracts, InstantSource clock) {
        this.things = things;
        this.smaller = smaller;
        this.contracts = contracts;
        this.clock = clock;
    }

    record Why(String reason) {}

    /**
     * What the applicant agrees to.
     *
     * @param hash of the offer that was shown
     * @param consents SHA-256 of the attached documents that prove it, one for each who has signed
     */
    record Agreed(String hash, List<String> consents) {}

    @Operation(
            operationId = "offerSmallerLoan",
            summary = "Offer a loan of what is paid",
            description =
                    "Where a lender did not pay its share and nobody else does: another offer, with rows and yields,"
                            + " which waits for the applicant. Without an answer in time what was paid is asked back.")
    @PostMapping("/api/v1/applications/{application}/smaller-loan")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    @Shows(ApplicationView.class)
    ResponseEntity<byte[]> offer(@PathVariable String application, @RequestBody Why body, Write write) {
        return write.change(
                "application",
                application,
                Application.class,
                () -> smaller.offer(found(application), FreeText.reason(body.reason()), write.by()),
                ApplicationView::of);
    }

    @Operation(
            operationId = "agreeToSmallerLoan",
            summary = "Agree to a loan of what is paid",
            description =
                    "For exactly what was shown, with a document SMALLER_LOAN_CONSENT of each signer, attached since"
                            + " the offer, and by another person than who offered it. The loan begins.")
    @PostMapping("/api/v1/applications/{application}/smaller-loan/agreement")
    @Allowed(Role.OFFICER)
    @Shows(ApplicationView.class)
    ResponseEntity<byte[]> agree(@PathVariable String application, @RequestBody Agreed body, Write write) {
        return write.change(
                "application",
                application,
                Application.class,
                () -> new AgreeToSmallerLoan(
                        new ApplicationId(application),
                        body.hash(),
                        document(found(application)),
                        body.consents(),
                        write.by(),
                        clock.instant()),
                ApplicationView::of);
    }

    /** Where none is offered the application says so. */
    private String document(Application is) {
        var offered = is.smaller();
        return offered == null ? "" : contracts.document(is, Objects.requireNonNull(is.offer(offered.offer())));
    }

    private Application found(String application) {
        return things.find(Application.class, application).orElseThrow().state();
    }
}
