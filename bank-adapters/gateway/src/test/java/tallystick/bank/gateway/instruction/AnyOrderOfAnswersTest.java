package tallystick.bank.gateway.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static tallystick.bank.gateway.instruction.Given.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tallystick.bank.api.BankCommand;
import tallystick.bank.api.BankCommand.EscalateSilence;
import tallystick.bank.api.BankCommand.StartSubmission;
import tallystick.bank.api.BankEvent;
import tallystick.bank.api.BankEvent.DoubtHandedOver;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionNotSent;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.SubmissionStarted;
import tallystick.kernel.Refused;

/** Whatever banks, nodes and clocks do in whatever order: money is confirmed once, sent safely, and no doubt is lost. */
class AnyOrderOfAnswersTest {
    private static final int RUNS = 20_000;
    private static final int STEPS = 25;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void moneyMovesOnceAndNoDoubtIsLost() {
        for (var run = 0; run < RUNS; run++) {
            var order = List.of(PAY_OUT, COLLECT, CREDIT).get(random.nextInt(3));
            var instruction = committed(order);
            var at = AT;
            for (var step = 0; step < STEPS; step++) {
                at = at.plusSeconds(random.nextInt(7_200));
                happens(instruction, at);
            }
            judge(instruction);
        }
    }

    private void happens(Given instruction, Instant at) {
        var before = instruction.state();
        try {
            instruction.when(any(instruction, at));
        } catch (Refused _) {
            assertThat(instruction.state()).as("seed %d", seed).isEqualTo(before);
        }
    }

    private BankCommand any(Given instruction, Instant at) {
        var attempt = instruction.state().attempts() + random.nextInt(3) - 1;
        var amount = List.of(ORDERED, ORDERED, ORDERED, cny("11999.99"), cny("12000.01"))
                .get(random.nextInt(5));
        return switch (random.nextInt(9)) {
            case 0 -> new StartSubmission(ID, attempt + 1, at);
            case 1 -> accepted();
            case 2 -> unknown(attempt);
            case 3 -> notSent(attempt);
            case 4 -> confirmed(amount, random.nextLong(1, 9));
            case 5 -> rejected();
            case 6 -> returned(amount);
            case 7 -> new EscalateSilence(ID, instruction.state().doubt().looks() + random.nextInt(2), at);
            default -> confirmedForAnotherPayee();
        };
    }

    private void judge(Given instruction) {
        var events = instruction.happened();
        assertThat(count(events, InstructionConfirmed.class))
                .as("seed %d: %s", seed, events)
                .isLessThanOrEqualTo(1);
        assertThat(count(events, InstructionConfirmed.class) + count(events, InstructionRejected.class))
                .as("seed %d: %s", seed, events)
                .isLessThanOrEqualTo(1);
        assertThat(count(events, DoubtHandedOver.class))
                .as("seed %d: %s", seed, events)
                .isLessThanOrEqualTo(1);
        sentOnlyWhenProven(events);
        doubtIsNotLost(instruction);
    }

    /** Between two submissions there is the proof that the first one did nothing. */
    private void sentOnlyWhenProven(List<BankEvent> events) {
        var proven = true;
        for (var event : events) {
            if (event instanceof SubmissionStarted) {
                assertThat(proven).as("seed %d: %s", seed, events).isTrue();
                proven = false;
            }
            proven |= event instanceof InstructionNotSent;
        }
    }

    /** What is not final can still be asked about, and after a day somebody knows of it. */
    private void doubtIsNotLost(Given instruction) {
        var state = instruction.state();
        if (!state.state().isWaiting()) {
            return;
        }
        var looked = instruction.when(new EscalateSilence(ID, state.doubt().looks() + 1, AT.plus(Duration.ofDays(30))));
        assertThat(looked).as("seed %d: %s", seed, instruction.happened()).isNotEmpty();
        assertThat(instruction.state().doubt().handedOver()).as("seed %d", seed).isTrue();
    }

    private static long count(List<BankEvent> events, Class<? extends BankEvent> type) {
        return events.stream().filter(type::isInstance).count();
    }
}
