package tallystick.server.sandbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.runtime.clock.AdjustableClock;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;

/** Moves the time on, where it can be moved. */
@RestController
@ConditionalOnProperty(name = "tallystick.clock", havingValue = "adjustable")
@Tag(name = "Sandbox")
@Allowed(Role.BANK)
class ClockController {
    private final AdjustableClock clock;

    ClockController(Clock clock) {
        this.clock = (AdjustableClock) clock;
    }

    record Time(Instant now) {}

    @Operation(
            operationId = "moveClock",
            summary = "Move the time on",
            description = "Every deadline, every question to a bank and every lease by the clock follows. Never back.")
    @PutMapping("/sandbox/clock")
    Time move(@RequestBody Time body) {
        return new Time(clock.moveTo(body.now()));
    }
}
