package tallystick.bank.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tallystick.bank.spi.RawInbound;
import tallystick.runtime.security.Keyless;
import tallystick.runtime.web.door.Open;
import tallystick.runtime.web.door.Raw;

/** What banks send us. A signature stands in for the login, and no answer has a body. */
@RestController
@Tag(name = "Callbacks", description = "Where banks tell what became of an order, signed.")
class CallbacksController {
    private final Inbound inbound;
    private final InstantSource clock;

    CallbacksController(Inbound inbound, InstantSource clock) {
        this.inbound = inbound;
        this.clock = clock;
    }

    @Operation(
            operationId = "receiveCallback",
            summary = "A bank's message",
            description = "Verified by its signature, kept as it came, answered, and then worked off. A repeat of the"
                    + " same message is answered alike and does nothing. No answer has a body.",
            parameters = {
                @Parameter(
                        name = "webhook-id",
                        in = ParameterIn.HEADER,
                        description = "The message's own key, for ever"),
                @Parameter(
                        name = "webhook-timestamp",
                        in = ParameterIn.HEADER,
                        description = "Seconds, within 5 minutes"),
                @Parameter(
                        name = "webhook-signature",
                        in = ParameterIn.HEADER,
                        description =
                                "Of the sandbox: v1,<base64 of HMAC-SHA256 over id.timestamp.body>. Other adapters"
                                        + " say what theirs needs.")
            },
            responses = {
                @ApiResponse(responseCode = "204", description = "Kept, now or before"),
                @ApiResponse(responseCode = "401", description = "It proves nothing; nothing of it is kept")
            })
    @PostMapping("/callbacks/{bank}/{channel}")
    @Open
    @Raw
    @Keyless
    ResponseEntity<Void> receive(@PathVariable String bank, @PathVariable String channel, HttpServletRequest request) {
        return ResponseEntity.status(inbound.receive(bank, channel, () -> raw(channel, request)))
                .build();
    }

    private RawInbound raw(String channel, HttpServletRequest request) {
        Map<String, List<String>> headers = Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(
                        name -> name, name -> Collections.list(request.getHeaders(name)), (a, _) -> a));
        try {
            return new RawInbound(channel, headers, request.getInputStream().readAllBytes(), clock.instant());
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }
}
