package tallystick.application.work;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.web.door.IdGuard;

/** Plugs the officers' work in. */
@Configuration(proxyBeanMethods = false)
@Import({
    WorkController.class,
    NotesController.class,
    SearchController.class,
    ExportController.class,
    ViewsController.class
})
public class WorkConfiguration {
    @Bean
    ProcessingGroup workIndex() {
        return ProcessingGroup.readModel("application.work.v1", new WorkIndex());
    }

    /** Anybody may name a view as they like. */
    @Bean
    IdGuard viewGuard() {
        return IdGuard.of("view", (name, _) -> name.matches("[a-z][a-z0-9-]{0,39}"));
    }
}
