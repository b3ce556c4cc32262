package tallystick.application.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.application.DecidedBy;
import tallystick.application.api.FundingLineCommand;
import tallystick.application.api.FundingLineCommand.*;
import tallystick.kernel.Addressed;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;

/** Who waits for a line together gets an answer of their own. */
class LineDoorTest {
    private static final FundingLineId LINE = FundingLineId.named("cash");
    private static final ApplicationId ANN = new ApplicationId("app-ann");
    private static final ApplicationId BOB = new ApplicationId("app-bob");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Money HUNDRED = Money.of("CNY", "100.00");

    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final LineDoor door = new LineDoor(new DecidedBy(this::decidedWhenOpen), () -> NOW);
    private @Nullable FundingLine line;

    LineDoorTest() {
        decided(new ProposeLine(
                LINE, new BankId("b"), ProgrammeId.named("p"), HUNDRED, Duration.ofMinutes(30), "ann", NOW, null));
        decided(new ApproveLine(LINE, "bob", NOW));
    }

    private FundingLine decided(FundingLineCommand command) {
        for (var event : LineDeciding.decide(command, line)) {
            line = FundingLine.after(line, event);
        }
        return Objects.requireNonNull(line);
    }

    /** While it is closed, who comes is gathered. */
    private FundingLine decidedWhenOpen(Addressed command) {
        called.countDown();
        try {
            open.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
        return decided((FundingLineCommand) command);
    }

    private static Reserve reserve(ApplicationId application) {
        return new Reserve(LINE, application, 1, HUNDRED, NOW);
    }

    private record Asking(Thread thread, CompletableFuture<Void> answer) {}

    /** Gives it in when the line is at work and those before wait for their answer. */
    private Asking asking(FundingLineCommand command) throws InterruptedException {
        var answer = new CompletableFuture<Void>();
        var thread = Thread.ofPlatform().start(() -> answer(command, answer));
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.isAlive()).isTrue();
            Thread.sleep(1);
        }
        called.await();
        return new Asking(thread, answer);
    }

    private void answer(FundingLineCommand command, CompletableFuture<Void> answer) {
        try {
            door.send(command);
            answer.complete(null);
        } catch (RuntimeException refused) {
            answer.completeExceptionally(refused);
        }
    }

    private void answered(Asking... all) throws InterruptedException {
        open.countDown();
        for (var asking : all) {
            asking.thread().join();
        }
    }

    @Test
    void whatIsGivenBackInTheSameBreathIsNotTakenAgain() throws InterruptedException {
        decided(reserve(ANN));
        var held = asking(new HoldReservation(LINE, ANN, 1, NOW));
        var repeated = asking(reserve(ANN));
        var released = asking(new Release(LINE, ANN, 1, "the bank declined", NOW));
        answered(held, repeated, released);
        assertThat(List.of(held, repeated, released))
                .allSatisfy(asking -> assertThat(asking.answer()).isCompleted());
        assertThat(decided(reserve(BOB)).reserved()).isEqualTo(HUNDRED);
        assertThat(Objects.requireNonNull(line).taken().by(ANN, 1)).isNull();
    }

    @Test
    void whoFoundNoRoomInTurnGetsWhatBecameFreeSince() throws InterruptedException {
        decided(reserve(ANN));
        var first = asking(new HoldReservation(LINE, ANN, 1, NOW));
        var late = asking(reserve(BOB));
        var released = asking(new Release(LINE, ANN, 1, "the bank declined", NOW));
        answered(first, late, released);
        assertThat(List.of(first, late, released))
                .allSatisfy(asking -> assertThat(asking.answer()).isCompleted());
        assertThat(Objects.requireNonNull(line).taken().by(BOB, 1)).isNotNull();
    }
}
