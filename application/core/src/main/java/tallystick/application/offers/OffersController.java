package tallystick.application.offers;

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
import tallystick.application.api.ApplicationCommand.AcceptOffer;
import tallystick.application.contract.Contracts;
import tallystick.application.intake.ApplicationView;
import tallystick.application.lifecycle.Application;
import tallystick.kernel.ApplicationId;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Offers over HTTP. */
@RestController
@Tag(name = "Offers", description = "What the applicant may accept, with every row and yield.")
class OffersController {
    private final Things things;
    private final Contracts contracts;
    private final InstantSource clock;

    OffersController(Things things, Contracts contracts, InstantSource clock) {
        this.things = things;
        this.contracts = contracts;
        this.clock = clock;
    }

    record Acceptance(String hash) {}

    record Items(List<OfferView> items) {}

    @Operation(operationId = "listOffers", summary = "Offers", description = "All offers of an application.")
    @GetMapping("/api/v1/applications/{application}/offers")
    @Readers
    Items list(@PathVariable String application) {
        var is = found(application);
        return new Items(
                is.offers().stream().map(offer -> OfferView.of(is, offer)).toList());
    }

    @Operation(
            operationId = "getOffer",
            summary = "One offer",
            description = "Terms, rows, totals and yields, and the hash that an acceptance names.")
    @GetMapping("/api/v1/applications/{application}/offers/{offer}")
    @Readers
    OfferView one(@PathVariable String application, @PathVariable String offer) {
        var is = found(application);
        return OfferView.of(is, Objects.requireNonNull(is.offer(Integer.parseInt(offer))));
    }

    @Operation(
            operationId = "acceptOffer",
            summary = "Accept an offer",
            description = "For exactly what was shown. The contract waits for its signature then.")
    @PostMapping("/api/v1/applications/{application}/offers/{offer}/acceptance")
    @Allowed(Role.OFFICER)
    @Shows(ApplicationView.class)
    ResponseEntity<byte[]> accept(
            @PathVariable String application, @PathVariable String offer, @RequestBody Acceptance body, Write write) {
        var nr = Integer.parseInt(offer);
        return write.change(
                "application",
                application,
                Application.class,
                () -> {
                    var is = found(application);
                    var document = contracts.document(is, Objects.requireNonNull(is.offer(nr)));
                    return new AcceptOffer(
                            new ApplicationId(application), nr, body.hash(), document, write.by(), clock.instant());
                },
                ApplicationView::of);
    }

    private Application found(String application) {
        return things.find(Application.class, application).orElseThrow().state();
    }
}
