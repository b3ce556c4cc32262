package tallystick.runtime.processing.sagas;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import tallystick.runtime.processing.Node;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.Stream;

/** A node whose sagas find their plan. */
public final class PlannedSagas {
    private PlannedSagas() {}

    static class Plan {
        @Bean
        SagaPlan plan() {
            return new SagaPlan();
        }
    }

    public static Node start(DataSource database, Stream stream, Class<?> more, ProcessingGroup group) {
        return Node.prepared(database, stream, Map.of(), node -> node.register(Plan.class, more), group);
    }
}
