package tallystick.application.contract;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.ApplicationCommand.SignContract;
import tallystick.application.intake.ApplicationView;
import tallystick.application.lifecycle.Application;
import tallystick.application.lifecycle.Contract;
import tallystick.application.lifecycle.State;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.PartyId;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** The contract over HTTP. */
@RestController
@Tag(name = "Contract", description = "The document, and the signature that lets the money go.")
class ContractController {
    private final Things things;
    private final Contracts contracts;
    private final InstantSource clock;

    ContractController(Things things, Contracts contracts, InstantSource clock) {
        this.things = things;
        this.contracts = contracts;
        this.clock = clock;
    }

    record ContractView(String document, String state, List<Signer> signers) {}

    /** @param asked the service that was asked for the signature; null when none is */
    record Signer(
            String party,
            @Nullable Instant signedAt,
            @Nullable String asked) {}

    record Signature(String document, String signer, String method) {}

    @Operation(operationId = "getContract", summary = "The contract", description = "Its document and who has signed.")
    @GetMapping("/api/v1/applications/{application}/contract")
    @Readers
    ContractView one(@PathVariable String application) {
        var is = found(application);
        var contract = contract(is);
        return new ContractView(
                contract.document(),
                state(is, contract),
                contract.signatures().stream()
                        .map(signature ->
                                new Signer(signature.signer().value(), signature.signedAt(), signature.asked()))
                        .toList());
    }

    private static String state(Application is, Contract contract) {
        if (contract.isSigned()) {
            return "SIGNED";
        }
        return is.state() == State.ACCEPTED ? "WAITING" : "VOID";
    }

    @Operation(
            operationId = "getContractDocument",
            summary = "The contract as PDF",
            description = "The bytes whose SHA-256 a signature names. Never shown inside a page.")
    @GetMapping(path = "/api/v1/applications/{application}/contract/document", produces = "application/pdf")
    @Readers
    ResponseEntity<byte[]> document(@PathVariable String application) {
        var contract = contract(found(application));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"contract.pdf\"")
                .body(contracts.bytes(contract.document()).orElseThrow());
    }

    @Operation(
            operationId = "signContract",
            summary = "Sign the contract",
            description = "Names the document that was read. The last signature orders the payout.")
    @PostMapping("/api/v1/applications/{application}/contract/signature")
    @Allowed(Role.OFFICER)
    @Shows(ApplicationView.class)
    ResponseEntity<byte[]> sign(@PathVariable String application, @RequestBody Signature body, Write write) {
        return write.change(
                "application",
                application,
                Application.class,
                () -> new SignContract(
                        new ApplicationId(application),
                        body.document(),
                        signer(body.signer()),
                        method(body.method()),
                        Contract.loan(new ApplicationId(application)),
                        write.by(),
                        clock.instant()),
                ApplicationView::of);
    }

    private static PartyId signer(String text) {
        try {
            return new PartyId(text);
        } catch (IllegalArgumentException no) {
            throw ValueNotAllowed.at("/signer", "not-a-party", "the id of a party", "another text");
        }
    }

    private static String method(String text) {
        if (!text.equals("COUNTER")) {
            throw ValueNotAllowed.at("/method", "unknown", "COUNTER", "another method");
        }
        return text;
    }

    private static Contract contract(Application is) {
        var contract = is.contract();
        if (contract == null) {
            throw Standard.NOT_FOUND
                    .with("Expected a contract of %s; there is none before an offer is accepted.".formatted(is.id()))
                    .rejected();
        }
        return contract;
    }

    private Application found(String application) {
        return things.find(Application.class, application).orElseThrow().state();
    }
}
