package tallystick.runtime.processing.sagas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.junit.jupiter.api.Test;
import tallystick.runtime.processing.AccountEvents.TransferAsked;
import tallystick.runtime.processing.AccountEvents.TransferDone;
import tallystick.runtime.processing.AccountEvents.TransferPaid;
import tallystick.runtime.processing.GroupName;

class SagaRouteTest {
    private static final int[] IDS = {0, 1, 2, 3};
    private static final List<Segment> SEGMENTS = Arrays.stream(IDS)
            .mapToObj(id -> Segment.computeSegment(id, IDS.clone()))
            .toList();

    private final SagaRoute route = route(TransferSaga.class);

    private static SagaRoute route(Class<?> type) {
        return SagaRoute.of(
                new GroupName("reference.transfer"),
                type,
                MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(type),
                        new SimpleResourceParameterResolverFactory(List.of(new SagaPlan()))));
    }

    private static List<Segment> concerned(SagaRoute route, Object payload) {
        EventMessage<?> event = GenericEventMessage.asEventMessage(payload);
        return SEGMENTS.stream()
                .filter(segment -> route.mayConcern(event, segment))
                .toList();
    }

    @Test
    void anEventFoundByTheStartingKeyConcernsTheOneSegmentInWhichItsSagaBegan() {
        for (int i = 0; i < 100; i++) {
            var id = "t" + i;
            var home = SEGMENTS.stream()
                    .filter(segment -> segment.matches(new AssociationValue("transfer", id)))
                    .toList();
            assertThat(concerned(route, new TransferAsked(id, "a", "b"))).isEqualTo(home);
            assertThat(concerned(route, new TransferDone(id))).isEqualTo(home).hasSize(1);
        }
    }

    @Test
    void anEventFoundByAnotherKeyMayConcernEverySegment() {
        assertThat(concerned(route, new TransferPaid("order-t1"))).isEqualTo(SEGMENTS);
    }

    @Test
    void anEventWithoutHandlerConcernsNone() {
        assertThat(concerned(route, "something else")).isEmpty();
        assertThat(route.handles(String.class)).isFalse();
    }

    public static class BeginsInTwoWays {
        @StartSaga
        @SagaEventHandler(associationProperty = "transfer")
        void on(TransferAsked event) {}

        @StartSaga
        @SagaEventHandler(associationProperty = "order")
        void on(TransferPaid event) {}
    }

    @Test
    void nothingIsKnownOfSagasThatBeginByTwoKeys() {
        assertThat(concerned(route(BeginsInTwoWays.class), new TransferAsked("t1", "a", "b")))
                .isEqualTo(SEGMENTS);
    }

    @Test
    void aSecondValueOfTheStartingKeyIsRefusedAndOneOfAnotherKeyIsNot() {
        var before = Set.of(new AssociationValue("transfer", "t1"));
        var order = new AssociationValue("order", "o1");
        assertThatCode(() -> route.refuseSecondStart(before, Set.of(order, new AssociationValue("transfer", "t1"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> route.refuseSecondStart(before, Set.of(new AssociationValue("transfer", "t2"))))
                .hasMessage(
                        "Expected a saga to be found by the one 'transfer' it started with; a step adds another. Use"
                                + " a key of its own for it.");
    }
}
