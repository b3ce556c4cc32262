package tallystick.runtime.repairs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.Refusal;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.ProcessingHealth;
import tallystick.runtime.processing.ProcessingHealth.GroupHealth;
import tallystick.runtime.processing.engine.PutAside;
import tallystick.runtime.processing.engine.Repairs;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Nothing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.writes.Said;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Processing groups over HTTP. */
@RestController
@RequestMapping("/api/v1/processing-groups")
@Tag(name = "Processing", description = "Groups that handle events: how far they are, and what waits to be mended.")
class GroupsController {
    static final ProblemCode NOT_PUT_ASIDE = new ProblemCode(
            "not-put-aside",
            409,
            "This event is not put aside",
            "Read the group again. Of a saga only the first step can be closed: the others wait behind it.");
    static final ProblemCode NOT_HALTED =
            new ProblemCode("not-halted", 409, "The group is not halted", "There is nothing to resume.");

    private static final int MOST = 200;

    private final ProcessingHealth health;
    private final Repairs repairs;

    GroupsController(ProcessingHealth health, Repairs repairs) {
        this.health = health;
        this.repairs = repairs;
    }

    /** Which thing or saga to go on with. */
    record Retry(String of) {}

    /** Which event to give up, and why. */
    record Closing(String of, long position, String reason) {}

    @Operation(
            operationId = "listProcessingGroups",
            summary = "Who follows the events, and how far",
            description = "Read models, sagas and the ledger, with what each has put aside. A halted group does nothing"
                    + " until somebody resumes it.")
    @GetMapping
    @Allowed({Role.OPERATIONS, Role.AUDITOR, Role.ADMIN})
    Page<GroupView> list() {
        return new Page<>(
                health.groups().stream().map(group -> GroupView.of(group, null)).toList(), null);
    }

    @Operation(
            operationId = "getProcessingGroup",
            summary = "A group with what it has put aside",
            description = "The oldest 200 events that it could not take. Later events of the same thing or saga wait"
                    + " behind them.")
    @GetMapping("/{group}")
    @Allowed({Role.OPERATIONS, Role.AUDITOR, Role.ADMIN})
    GroupView one(@PathVariable String group) {
        var name = new GroupName(group);
        return GroupView.of(find(group).orElseThrow(), repairs.open(name, MOST));
    }

    @Operation(
            operationId = "retryPutAside",
            summary = "Take again what was put aside",
            description = "In order, until one fails again. Mend the cause first.")
    @PostMapping("/{group}/retries")
    @Allowed(Role.OPERATIONS)
    @Shows(value = GroupView.class, versioned = false)
    ResponseEntity<byte[]> retry(@PathVariable String group, @RequestBody Retry body, Write write) {
        var name = new GroupName(group);
        return write.once(() -> {
            require(
                    group,
                    () -> repairs.open(name, Integer.MAX_VALUE).stream()
                            .map(PutAside::of)
                            .anyMatch(body.of()::equals));
            repairs.retry(name, body.of());
            return shown(group);
        });
    }

    @Operation(
            operationId = "closePutAside",
            summary = "Give an event up that was put aside",
            description =
                    "For good, under the caller's name and with a reason; what waited behind it goes on. A saga whose"
                            + " first step is given up ends.")
    @PostMapping("/{group}/closings")
    @Allowed(Role.OPERATIONS)
    @Shows(value = GroupView.class, versioned = false)
    ResponseEntity<byte[]> close(@PathVariable String group, @RequestBody Closing body, Write write) {
        return write.once(() -> {
            if (body.reason().isBlank()) {
                throw ValueNotAllowed.at("/reason", "required", "why the event is given up", "none");
            }
            require(
                    group,
                    () -> repairs.close(new GroupName(group), body.of(), body.position(), write.by(), body.reason()));
            return shown(group);
        });
    }

    @Operation(
            operationId = "resumeProcessingGroup",
            summary = "Let a halted group go on",
            description = "It takes the event again that halted it. Mend the cause first, or it halts again.")
    @PostMapping("/{group}/resumption")
    @Allowed(Role.OPERATIONS)
    @Shows(value = GroupView.class, versioned = false)
    ResponseEntity<byte[]> resume(@PathVariable String group, @RequestBody Nothing body, Write write) {
        return write.once(() -> {
            if (!repairs.resume(new GroupName(group))) {
                var detail = "Expected %s to be halted; it is not.".formatted(group);
                throw Refusal.of(NOT_HALTED.code(), NOT_HALTED.title(), detail).asException();
            }
            return shown(group);
        });
    }

    Optional<GroupHealth> find(String group) {
        return health.groups().stream()
                .filter(each -> each.name().text().equals(group))
                .findFirst();
    }

    private Said shown(String group) {
        return Said.json(200, Map.of(), one(group));
    }

    private static void require(String group, BooleanSupplier done) {
        if (!done.getAsBoolean()) {
            var detail = "Expected an event that %s has put aside; it holds no such one that can be taken now."
                    .formatted(group);
            throw Refusal.of(NOT_PUT_ASIDE.code(), NOT_PUT_ASIDE.title(), detail)
                    .asException();
        }
    }

    static List<ProblemCode> codes() {
        return List.of(NOT_PUT_ASIDE, NOT_HALTED);
    }
}
