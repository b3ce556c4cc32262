package tallystick.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StagedTest {
    private final Nodes nodes = new Nodes();
    private final List<String> order = new ArrayList<>();
    private OpenStore store;

    @BeforeEach
    void open() {
        store = nodes.node();
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void allEventsOfARootUnitAreOneAppendAndDurableBeforeItsTransactionCommits() {
        var root = unit();
        publish("a", 0);
        var nested = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("nested"));
        publish("b", 0);
        nested.commit();
        assertThat(store.reader().head().position()).isZero();
        root.commit();
        assertThat(order).containsExactly("transaction commits after 2 events");
        assertThat(store.reader().after(0, 10))
                .extracting(StoredEvent::recordedAt)
                .hasSize(2)
                .containsOnly(store.reader().head().recordedAt());
    }

    @Test
    void aConflictRollsTheTransactionBack() {
        store.appender().append(Nodes.events("a", 0, 1));
        var root = unit();
        publish("new", 0);
        publish("a", 0);
        assertThatThrownBy(root::commit).isInstanceOf(Conflict.class);
        assertThat(order).containsExactly("transaction rolls back");
        assertThat(store.reader().of("new", 0, 10)).isEmpty();
    }

    @Test
    void whatIsRolledBackIsNotAppended() {
        var root = unit();
        publish("a", 0);
        root.rollback();
        assertThat(store.reader().head().position()).isZero();
    }

    private DefaultUnitOfWork<EventMessage<?>> unit() {
        DefaultUnitOfWork<EventMessage<?>> unit =
                DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("root"));
        unit.attachTransaction(() -> new Transaction() {
            @Override
            public void commit() {
                order.add("transaction commits after %d events"
                        .formatted(store.reader().head().position()));
            }

            @Override
            public void rollback() {
                order.add("transaction rolls back");
            }
        });
        return unit;
    }

    private void publish(String id, long sequence) {
        store.eventStore().publish(new GenericDomainEventMessage<>("thing", id, sequence, "happened"));
    }
}
