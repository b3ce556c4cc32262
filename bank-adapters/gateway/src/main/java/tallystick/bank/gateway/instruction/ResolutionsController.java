package tallystick.bank.gateway.instruction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.bank.api.BankCommand.ApproveResolution;
import tallystick.bank.api.BankCommand.Outcome;
import tallystick.bank.api.BankCommand.ProposeResolution;
import tallystick.bank.api.BankCommand.Resolution;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** What people say of an instruction in doubt, over HTTP. */
@RestController
@Tag(name = "Banks")
class ResolutionsController {
    private static final String CONTEXT = "bank";
    private static final int LONGEST = 500;

    private final Things things;
    private final InstantSource clock;

    ResolutionsController(Things things, InstantSource clock) {
        this.things = things;
        this.clock = clock;
    }

    /** @param amount what moved; the whole order when not said */
    record ResolutionBody(
            Outcome outcome,
            @Nullable LocalDate valueDate,
            @Nullable Money amount,
            String evidence) {
        Resolution checked(Instant now) {
            if (evidence.isBlank() || evidence.length() > LONGEST) {
                throw ValueNotAllowed.at(
                        "/evidence", "not-said", "what proves it, in 1 to 500 characters", "another text");
            }
            if (outcome == Outcome.CONFIRMED && valueDate == null) {
                throw ValueNotAllowed.at("/valueDate", "missing", "the day the money moved", "none");
            }
            var day = valueDate == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : valueDate;
            if (!Plausible.isDay(day, now) || !Plausible.hasCome(day, now)) {
                throw ValueNotAllowed.at("/valueDate", "implausible", "a day that can be", day.toString());
            }
            return new Resolution(outcome, valueDate, amount, evidence);
        }
    }

    record ApprovalBody(String hash) {}

    /**
     * A proposal and how far it has come.
     *
     * @param hash what the other person agrees to
     */
    record ResolutionView(
            String instruction,
            State instructionState,
            Outcome outcome,
            @Nullable LocalDate valueDate,
            @Nullable Money amount,
            String evidence,
            String proposedBy,
            @Nullable String approvedBy,
            String hash) {
        static ResolutionView of(Decided<BankInstruction> decided) {
            var instruction = decided.state();
            var proposed = instruction.doubt().proposed();
            if (proposed == null) {
                throw new IllegalStateException("Expected a proposal for %s; found none.".formatted(instruction.id()));
            }
            var resolution = proposed.resolution();
            return new ResolutionView(
                    instruction.id().value(),
                    instruction.state(),
                    resolution.outcome(),
                    resolution.valueDate(),
                    resolution.amount(),
                    resolution.evidence(),
                    proposed.by(),
                    proposed.approvedBy(),
                    ByHand.hash(instruction));
        }
    }

    @Operation(
            operationId = "proposeResolution",
            summary = "Say what became of an order in doubt",
            description =
                    "CONFIRMED: it was done, on valueDate. REJECTED: it was not done and will not be. NOT_SENT: it was"
                            + " not done, send it again. Takes effect when another person approves it.")
    @PostMapping("/api/v1/instructions/{instruction}/resolution")
    @Allowed(Role.OPERATIONS)
    @Shows(ResolutionView.class)
    ResponseEntity<byte[]> propose(@PathVariable String instruction, @RequestBody ResolutionBody body, Write write) {
        return write.change(
                CONTEXT,
                instruction,
                BankInstruction.class,
                () -> new ProposeResolution(
                        new InstructionId(instruction), body.checked(clock.instant()), write.by(), clock.instant()),
                ResolutionView::of);
    }

    @Operation(
            operationId = "getResolution",
            summary = "What was proposed for an order in doubt",
            description = "With the hash to which another person agrees.")
    @GetMapping("/api/v1/instructions/{instruction}/resolution")
    @Readers
    ResponseEntity<ResolutionView> one(@PathVariable String instruction) {
        var found = things.find(BankInstruction.class, instruction)
                .filter(decided -> decided.state().doubt().proposed() != null)
                .orElseThrow(() ->
                        Standard.NOT_FOUND.because("Nothing was proposed for instruction %s.".formatted(instruction)));
        return ResponseEntity.ok().eTag("\"%d\"".formatted(found.version())).body(ResolutionView.of(found));
    }

    @Operation(
            operationId = "approveResolution",
            summary = "Agree to what became of an order in doubt",
            description = "By another person, who gives the hash of the proposal as it was shown.")
    @PostMapping("/api/v1/instructions/{instruction}/resolution/approval")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(ResolutionView.class)
    ResponseEntity<byte[]> approve(@PathVariable String instruction, @RequestBody ApprovalBody body, Write write) {
        return write.change(
                CONTEXT,
                instruction,
                BankInstruction.class,
                () -> new ApproveResolution(new InstructionId(instruction), body.hash(), write.by(), clock.instant()),
                ResolutionView::of);
    }
}
