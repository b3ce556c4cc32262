package tallystick.application.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.ApplicationCommand.HoldApplication;
import tallystick.application.api.ApplicationCommand.LiftHold;
import tallystick.application.lifecycle.Application;
import tallystick.application.lifecycle.Contract;
import tallystick.application.words.FreeText;
import tallystick.kernel.ApplicationId;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Holds over HTTP: anybody at work may stop a payout, few may let it go on. */
@RestController
@Tag(name = "Applications")
class HoldsController {
    private final InstantSource clock;

    HoldsController(InstantSource clock) {
        this.clock = clock;
    }

    record Hold(Reason reason) {}

    /** Why nothing may be paid out. */
    enum Reason {
        FRAUD,
        SANCTIONS,
        DISPUTE,
        DECEASED,
        INSOLVENT
    }

    record Release(String reason) {}

    @Operation(
            operationId = "holdApplication",
            summary = "Hold an application",
            description = "It goes on, but nothing is paid out until the hold is lifted.")
    @PostMapping("/api/v1/applications/{application}/hold")
    @Allowed({Role.OFFICER, Role.UNDERWRITER, Role.SENIOR_UNDERWRITER, Role.OPERATIONS})
    @Shows(ApplicationView.class)
    ResponseEntity<byte[]> hold(@PathVariable String application, @RequestBody Hold body, Write write) {
        return write.change(
                "application",
                application,
                Application.class,
                () -> new HoldApplication(
                        new ApplicationId(application), body.reason().name(), write.by(), clock.instant()),
                ApplicationView::of);
    }

    @Operation(
            operationId = "liftApplicationHold",
            summary = "Lift a hold",
            description = "With a reason. A contract that was signed meanwhile is paid out now.")
    @PostMapping("/api/v1/applications/{application}/hold-release")
    @Allowed(Role.SENIOR_UNDERWRITER)
    @Shows(ApplicationView.class)
    ResponseEntity<byte[]> lift(@PathVariable String application, @RequestBody Release body, Write write) {
        return write.change(
                "application",
                application,
                Application.class,
                () -> new LiftHold(
                        new ApplicationId(application),
                        FreeText.reason(body.reason()),
                        Contract.loan(new ApplicationId(application)),
                        write.by(),
                        clock.instant()),
                ApplicationView::of);
    }
}
