package tallystick.application.work;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.runtime.processing.ProcessingGroup;

/** Plugs the officers' work in. */
@Configuration(proxyBeanMethods = false)
@Import({WorkController.class, NotesController.class, SearchController.class, ExportController.class})
public class WorkConfiguration {
    @Bean
    ProcessingGroup workIndex() {
        return ProcessingGroup.readModel("application.work.v1", new WorkIndex());
    }
}
