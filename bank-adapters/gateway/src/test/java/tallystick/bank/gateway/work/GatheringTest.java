package tallystick.bank.gateway.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private static final int MANY = 40;
    private static final int IMPOSSIBLE = 13;

    private final CountDownLatch go = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<List<Integer>> calls = new ConcurrentLinkedQueue<>();
    private int impossible = -1;

    /** Twice the number; the first call waits until everybody has asked. */
    private List<Integer> twice(List<Integer> all) {
        calls.add(all);
        try {
            go.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        if (all.contains(impossible)) {
            throw new IllegalArgumentException("not this one");
        }
        return all.stream().map(one -> 2 * one).toList();
    }

    /** One call under way, the others waiting for the next. */
    private List<CompletableFuture<Integer>> asked(int most) {
        var gathering = new Gathering<>("test", most, this::twice);
        var answers = new ArrayList<CompletableFuture<Integer>>();
        for (var nr : IntStream.range(0, MANY).toArray()) {
            var asking = new CompletableFuture<Integer>();
            answers.add(asking);
            var caller = Thread.ofVirtual().start(() -> answer(gathering, nr, asking));
            while (caller.getState() != Thread.State.WAITING) {
                assertThat(caller.isAlive()).isTrue();
            }
        }
        go.countDown();
        return answers;
    }

    private static void answer(Gathering<Integer, Integer> gathering, int nr, CompletableFuture<Integer> asking) {
        try {
            asking.complete(gathering.ask(nr));
        } catch (RuntimeException failed) {
            asking.completeExceptionally(failed);
        }
    }

    @Test
    void whoAsksWhileACallIsUnderWayIsInTheNextOne() {
        var answers = asked(MANY);
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsExactlyElementsOf(
                        IntStream.range(0, MANY).map(nr -> 2 * nr).boxed().toList());
        assertThat(calls).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void noCallIsForMoreThanTheLimit() {
        asked(7).forEach(CompletableFuture::join);
        assertThat(calls).allSatisfy(call -> assertThat(call).hasSizeLessThanOrEqualTo(7));
    }

    @Test
    void onlyWhoAskedForTheImpossibleIsToldSo() {
        impossible = IMPOSSIBLE;
        var answers = asked(MANY);
        for (var nr = 0; nr < MANY; nr++) {
            var answer = answers.get(nr);
            if (nr == IMPOSSIBLE) {
                assertThatThrownBy(answer::join).hasRootCauseMessage("not this one");
            } else {
                assertThat(answer.join()).isEqualTo(2 * nr);
            }
        }
    }
}
