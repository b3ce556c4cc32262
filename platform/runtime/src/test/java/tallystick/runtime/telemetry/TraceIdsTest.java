package tallystick.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TraceIdsTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String OTHER = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void aScopeIsForOneTraceAndGivesTheFormerOneBack() {
        try (TraceIds.Scope _ = TraceIds.during(TRACE)) {
            try (TraceIds.Scope _ = TraceIds.during(OTHER)) {
                assertThat(TraceIds.current()).contains(OTHER);
                assertThat(MDC.get("traceId")).isEqualTo(OTHER);
            }
            assertThat(TraceIds.current()).contains(TRACE);
            assertThat(MDC.get("traceId")).isEqualTo(TRACE);
        }
        assertThat(TraceIds.current()).isEmpty();
        assertThat(MDC.get("traceId")).isNull();
    }

    @Test
    void whatIsNoTraceIdChangesNothing() {
        try (TraceIds.Scope _ = TraceIds.during("not a trace\nid")) {
            assertThat(TraceIds.current()).isEmpty();
        }
    }

    @Test
    void workCarriedToAnotherThreadKeepsItsTrace() throws InterruptedException {
        AtomicReference<String> seen = new AtomicReference<>("none");
        Runnable work;
        try (TraceIds.Scope _ = TraceIds.during(TRACE)) {
            work = TraceIds.carry(() -> seen.set(TraceIds.current().orElse("lost") + MDC.get("traceId")));
        }
        Thread.ofVirtual().start(work).join();
        assertThat(seen).hasValue(TRACE + TRACE);
    }

    @Test
    void aMessageTakesTheTraceAlongAndItsHandlerWorksForIt() throws Exception {
        EventMessage<?> event;
        try (TraceIds.Scope _ = TraceIds.during(TRACE)) {
            event = dispatched(GenericEventMessage.asEventMessage("happened"));
        }
        assertThat(event.getMetaData()).containsEntry("traceId", TRACE);
        assertThat(handled(event)).isEqualTo(TRACE);
        assertThat(TraceIds.current()).isEmpty();
    }

    @Test
    void aMessageKeepsTheTraceItHas() {
        EventMessage<?> event =
                GenericEventMessage.asEventMessage("happened").andMetaData(java.util.Map.of("traceId", OTHER));
        try (TraceIds.Scope _ = TraceIds.during(TRACE)) {
            assertThat(dispatched(event).getMetaData()).containsEntry("traceId", OTHER);
        }
    }

    @Test
    void aMessageWithoutATraceIsHandledWithoutOne() throws Exception {
        assertThat(handled(dispatched(GenericEventMessage.asEventMessage("happened"))))
                .isEqualTo("none");
    }

    private static EventMessage<?> dispatched(EventMessage<?> message) {
        return new TraceOnDispatch<EventMessage<?>>().handle(List.of(message)).apply(0, message);
    }

    private static Object handled(EventMessage<?> message) throws Exception {
        var unitOfWork = DefaultUnitOfWork.<EventMessage<?>>startAndGet(message);
        try {
            return java.util.Objects.requireNonNull(new TraceOnHandling<EventMessage<?>>()
                    .handle(unitOfWork, () -> TraceIds.current().orElse("none")));
        } finally {
            unitOfWork.rollback();
        }
    }
}
