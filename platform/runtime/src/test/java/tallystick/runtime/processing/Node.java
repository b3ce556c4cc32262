package tallystick.runtime.processing;

import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tallystick.runtime.messages.EventNames;
import tallystick.runtime.processing.engine.ProcessingConfiguration;
import tallystick.runtime.processing.engine.Processors;
import tallystick.runtime.processing.engine.Repairs;
import tallystick.runtime.store.TallystickEventStore;

/** One process of a cluster, as far as processing is concerned: its own context on a shared stream and database. */
public final class Node implements AutoCloseable {
    /** For tests of the very times in which nodes notice each other. */
    public static final Map<String, Object> USUAL_PACE = Map.of(
            "tallystick.processing.haste", "1",
            "tallystick.processing.claim-interval", "2s",
            "tallystick.processing.claim-extension", "2s");

    /** A failed batch comes again after an eighth of its usual pause. */
    private static final Map<String, Object> HASTY = Map.of(
            "tallystick.processing.haste", "8",
            "tallystick.processing.claim-interval", "250ms",
            "tallystick.processing.claim-extension", "250ms");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private Node(DataSource dataSource, Stream stream, Map<String, Object> properties, ProcessingGroup... groups) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("hasty", HASTY));
        // Wrapped, because the context would close it.
        context.registerBean(DataSource.class, () -> new DelegatingDataSource(dataSource));
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(dataSource));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
        context.registerBean(TallystickEventStore.class, stream::store);
        context.registerBean(EventNames.class, () -> Stream.NAMES);
        context.registerBean(QueryBus.class, () -> SimpleQueryBus.builder().build());
        for (int i = 0; i < groups.length; i++) {
            var group = groups[i];
            context.registerBean("group" + i, ProcessingGroup.class, () -> group);
        }
        context.register(ProcessingConfiguration.class);
    }

    public static Node start(DataSource dataSource, Stream stream, ProcessingGroup... groups) {
        return start(dataSource, stream, Map.of(), groups);
    }

    public static Node start(
            DataSource dataSource, Stream stream, Map<String, Object> properties, ProcessingGroup... groups) {
        var node = new Node(dataSource, stream, properties, groups);
        node.context.refresh();
        return node;
    }

    public static Node prepared(
            DataSource dataSource,
            Stream stream,
            Map<String, Object> properties,
            Class<?> more,
            ProcessingGroup... groups) {
        return prepared(dataSource, stream, properties, context -> context.register(more), groups);
    }

    public static Node prepared(
            DataSource dataSource,
            Stream stream,
            Map<String, Object> properties,
            Consumer<AnnotationConfigApplicationContext> more,
            ProcessingGroup... groups) {
        var node = new Node(dataSource, stream, properties, groups);
        more.accept(node.context);
        node.context.refresh();
        return node;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Repairs repairs() {
        return bean(Repairs.class);
    }

    public Processors processors() {
        return bean(Processors.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
