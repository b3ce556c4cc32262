package tallystick.runtime.repairs;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Shows processing groups on a node that serves. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(GroupsController.class)
class RepairsConfiguration {
    @Bean
    IdGuard groupGuard(GroupsController groups) {
        return IdGuard.of("group", (group, _) -> groups.find(group).isPresent());
    }

    @Bean
    ProblemCodes repairProblems() {
        return GroupsController::codes;
    }
}
