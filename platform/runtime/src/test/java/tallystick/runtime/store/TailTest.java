package tallystick.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TailTest {
    private final Nodes nodes = new Nodes();

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void aReaderSeesWhatBothNodesAppendInOrder() throws Exception {
        var one = nodes.node();
        var other = nodes.node();
        var stream = one.eventStore().openStream(new GlobalSequenceTrackingToken(0));
        for (int n = 0; n < 100; n++) {
            one.appender().append(Nodes.events("one-" + n, 0, 1));
            other.appender().append(Nodes.events("other-" + n, 0, 1));
        }
        assertThat(read(stream, 200))
                .isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void aReaderThatStartsInTheMiddleReadsFromThere() throws Exception {
        var store = nodes.node();
        store.appender().append(Nodes.events("a", 0, 2500));
        var stream = store.eventStore().openStream(new GlobalSequenceTrackingToken(1700));
        assertThat(read(stream, 800))
                .isEqualTo(LongStream.rangeClosed(1701, 2500).boxed().toList());
        assertThat(stream.hasNextAvailable()).isFalse();
    }

    @Test
    void theBellRingsForWhatAnotherNodeAppends() throws Exception {
        var reader = nodes.node();
        var writer = nodes.node();
        var rung = new CountDownLatch(1);
        reader.eventStore().openStream(new GlobalSequenceTrackingToken(0)).setOnAvailableCallback(rung::countDown);
        writer.appender().append(Nodes.events("a", 0, 1));
        assertThat(rung.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static List<Long> read(BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        var positions = new ArrayList<Long>();
        while (positions.size() < count && stream.hasNextAvailable(30, TimeUnit.SECONDS)) {
            positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
        }
        return positions;
    }
}
