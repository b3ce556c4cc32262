package tallystick.application.signing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.ApplicationCommand.AskSignature;
import tallystick.application.signing.SigningService.Request;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.PartyId;
import tallystick.kernel.Refusal;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Keyless;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Open;
import tallystick.runtime.web.door.Raw;
import tallystick.runtime.web.writes.Said;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Signatures through a service, over HTTP. */
@RestController
@Tag(name = "Contract")
class SigningController {
    private final Signings signings;
    private final Commands commands;
    private final InstantSource clock;

    SigningController(Signings signings, Commands commands, InstantSource clock) {
        this.signings = signings;
        this.commands = commands;
        this.clock = clock;
    }

    /** @param service that lets them sign, such as {@code simulated} */
    record Asking(String document, String signer, String service) {}

    @Operation(
            operationId = "askSignature",
            summary = "Ask for a signature at a distance",
            description = "Of somebody who agreed to sign that way (consent E_SIGNATURE). The service says later what"
                    + " they did; asking again asks for the same.")
    @PostMapping("/api/v1/applications/{application}/contract/signings")
    @Allowed(Role.OFFICER)
    @Shows(value = Asking.class, versioned = false)
    ResponseEntity<byte[]> ask(@PathVariable String application, @RequestBody Asking body, Write write) {
        return write.once(() -> {
            var id = new ApplicationId(application);
            var service = signings.named(body.service()).orElseThrow(() -> noSuchService(body.service()));
            var signer = signer(body.signer());
            commands.send(
                    new AskSignature(id, body.document(), signer, service.name(), write.by(), clock.instant()),
                    Origin.of(write.by()));
            service.ask(new Request(id, body.document(), signer));
            return Said.json(202, Map.of(), body);
        });
    }

    private static RuntimeException noSuchService(String name) {
        return Refusal.of(
                        "signing-service-unknown",
                        "No such signing service",
                        "Expected the name of a signing service that is connected; found %s. Let them sign at the counter."
                                .formatted(name.matches("[a-z0-9-]{1,31}") ? name : "another text"))
                .asException();
    }

    private static PartyId signer(String text) {
        try {
            return new PartyId(text);
        } catch (IllegalArgumentException no) {
            throw ValueNotAllowed.at("/signer", "not-a-party", "the id of a party", "another text");
        }
    }

    @Operation(
            operationId = "receiveSignature",
            summary = "A signing service's message",
            description = "Signed as the callbacks of banks are. A repeat is answered alike and does nothing; a"
                    + " signature under another document does not count. No answer has a body.",
            responses = {
                @ApiResponse(responseCode = "204", description = "Taken, now or before"),
                @ApiResponse(responseCode = "401", description = "It proves nothing; nothing of it is kept")
            })
    @PostMapping("/callbacks/signing/{service}")
    @Open
    @Raw
    @Keyless
    ResponseEntity<Void> receive(@PathVariable String service, HttpServletRequest request) {
        try {
            var body = request.getInputStream().readAllBytes();
            return ResponseEntity.status(signings.receive(service, request::getHeader, body))
                    .build();
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }
}
