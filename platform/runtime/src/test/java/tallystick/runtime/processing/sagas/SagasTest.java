package tallystick.runtime.processing.sagas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValuesImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.ProcessingDatabase;

class SagasTest {
    private final HikariDataSource database = ProcessingDatabase.fresh();
    private final Sagas sagas =
            new Sagas(new GroupName("reference.transfer"), new JdbcTemplate(database), new SagaJson());
    private final SagaRoundTrip roundTrip = new SagaRoundTrip(new SagaJson());

    @AfterEach
    void close() {
        while (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().rollback();
        }
        database.close();
    }

    public static class Counter {
        private int count;
        private transient Thread notState = Thread.currentThread();

        public boolean isNegative() {
            return count < 0 || notState == null;
        }
    }

    @Test
    void aStaleWriteIsRefused() {
        DefaultUnitOfWork.startAndGet(null);
        sagas.insertSaga(Counter.class, "s1", new Counter(), Set.of(new AssociationValue("k", "v")));
        var mine = Objects.requireNonNull(sagas.loadSaga(Counter.class, "s1"));
        mine.saga().count = 1;
        var nested = new Thread(() -> {
            var other = DefaultUnitOfWork.startAndGet(null);
            var theirs = Objects.requireNonNull(sagas.loadSaga(Counter.class, "s1"));
            theirs.saga().count = 2;
            sagas.updateSaga(Counter.class, "s1", theirs.saga(), new AssociationValuesImpl(theirs.associationValues()));
            other.commit();
        });
        nested.start();
        assertThatCode(nested::join).doesNotThrowAnyException();
        assertThatThrownBy(() -> sagas.updateSaga(
                        Counter.class, "s1", mine.saga(), new AssociationValuesImpl(mine.associationValues())))
                .isInstanceOf(StaleSaga.class)
                .hasMessage("Expected saga s1 at version 1; it was written or ended meanwhile. The step is repeated.");
        assertThatThrownBy(() -> sagas.deleteSaga(Counter.class, "s1", Set.of()))
                .isInstanceOf(StaleSaga.class);
        assertThat(sagas.findSagas(Counter.class, new AssociationValue("k", "v")))
                .containsExactly("s1");
    }

    @Test
    void onlyFieldsAreStored() {
        assertThat(new SagaJson().write(new Counter())).isEqualTo("{\"count\":0}");
        assertThatCode(() -> roundTrip.check(Counter.class)).doesNotThrowAnyException();
        assertThatCode(() -> roundTrip.check(TransferSaga.class)).doesNotThrowAnyException();
    }

    public static class Forgetful {
        @com.fasterxml.jackson.annotation.JsonIgnore
        private String lost = "";

        @Override
        public String toString() {
            return lost;
        }
    }

    public static class Hoarder {
        private Runnable collaborator = () -> {};
        private List<String> names = List.of();

        @Override
        public String toString() {
            return "" + collaborator + names;
        }
    }

    @Test
    void aSagaThatWouldLoseStateIsRefused() {
        assertThatThrownBy(() -> roundTrip.check(Forgetful.class))
                .hasMessageContaining("Expected every field of saga " + Forgetful.class.getName())
                .hasMessageContaining("[lost] would not be stored");
        assertThatThrownBy(() -> roundTrip.check(Hoarder.class)).hasMessageContaining("to be stored and read back");
        assertThatThrownBy(() -> roundTrip.check(Integer.class)).hasMessageContaining("constructor without parameters");
        assertThatThrownBy(() -> roundTrip.check(SagasTest.class)).hasMessageContaining("to be public");
    }
}
