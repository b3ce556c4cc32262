package tallystick.bank.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tallystick.bank.gateway.banks.Bank;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.RawInbound;
import tallystick.runtime.security.Keyless;
import tallystick.runtime.web.door.Open;
import tallystick.runtime.web.door.Raw;

/** What banks send us. A signature stands in for the login, and no answer has a body. */
@RestController
@Tag(name = "Callbacks")
class CallbacksController {
    private static final Logger LOG = LoggerFactory.getLogger(CallbacksController.class);

    private final Banks banks;
    private final Inbox inbox;
    private final InboxBreaks breaks;
    private final InstantSource clock;

    CallbacksController(Banks banks, Inbox inbox, InboxBreaks breaks, InstantSource clock) {
        this.banks = banks;
        this.inbox = inbox;
        this.breaks = breaks;
        this.clock = clock;
    }

    @Operation(
            operationId = "receiveCallback",
            summary = "A bank's message",
            description = "Verified by its signature, kept as it came, answered, and then worked off. A repeat of the"
                    + " same message is answered alike and does nothing. No answer has a body.",
            responses = @ApiResponse(responseCode = "204", description = "Kept, now or before"))
    @PostMapping("/callbacks/{bank}/{channel}")
    @Open
    @Raw
    @Keyless
    ResponseEntity<Void> receive(@PathVariable String bank, @PathVariable String channel, HttpServletRequest request)
            throws IOException {
        var known = banks.find(bank).filter(one -> one.capabilities().channels().contains(channel));
        if (known.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        return answer(known.get(), raw(channel, request));
    }

    private ResponseEntity<Void> answer(Bank bank, RawInbound message) {
        return switch (bank.receive(message)) {
            case InboundResult.Verified verified -> {
                if (inbox.keep(bank.id(), verified, message) == Inbox.Keeping.OTHER_CONTENT) {
                    breaks.open(bank.id(), verified.messageId(), "other-content", "the key of a former message");
                }
                yield ResponseEntity.noContent().build();
            }
            case InboundResult.Rejected rejected -> {
                LOG.warn("A message for {} was turned away: {}.", bank.id(), rejected.why());
                yield ResponseEntity.status(rejected.httpStatus()).build();
            }
        };
    }

    private RawInbound raw(String channel, HttpServletRequest request) throws IOException {
        Map<String, List<String>> headers = Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(
                        name -> name, name -> Collections.list(request.getHeaders(name)), (a, _) -> a));
        return new RawInbound(channel, headers, request.getInputStream().readAllBytes(), clock.instant());
    }
}
