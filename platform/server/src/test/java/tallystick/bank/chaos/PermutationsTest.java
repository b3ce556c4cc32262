package tallystick.bank.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.Order;
import tallystick.bank.sandbox.Fault;
import tallystick.bank.sandbox.SandboxControls.Planned;
import tallystick.journeys.Platform;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.testing.TestDatabase;

/** Ten callbacks about one payout, in a thousand orders: whoever comes first, there is one effect, and forgeries have none. */
class PermutationsTest {
    private static final int PERMUTATIONS = Integer.getInteger("tallystick.permutations", 1_000);

    @TempDir
    static Path folder;

    private static Platform platform;
    private static World world;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        world = new World(platform.bean(Sealing.class), folder);
    }

    @AfterAll
    static void stop() {
        world.close();
        platform.close();
    }

    /** A message to come: what it says, under which key, how it is signed, and what it must be answered. */
    private record Call(
            String id, String word, long sequence, String amount, boolean forged, int ageMinutes, int status) {
        static Call right(String id, String word, long sequence, String amount) {
            return new Call(id, word, sequence, amount, false, 0, 204);
        }

        static Call wrong(String id, String word, boolean forged, int ageMinutes) {
            return new Call(id, word, 9, "12000.00", forged, ageMinutes, 401);
        }

        String body(String instruction) {
            return """
                {"type":"payout.%s","sequence":%d,"instruction":"%s","bankReference":"SB-1","payee":"%s",
                 "amount":{"amount":"%s","currency":"CNY"},"valueDate":"2026-01-06","reason":"NO_ACCOUNT"}
                """.formatted(word, sequence, instruction, World.PAYEE, amount);
        }
    }

    private static final List<Call> CALLS = List.of(
            Call.right("accepted", "accepted", 1, "12000.00"),
            Call.right("accepted-late", "accepted", 1, "12000.00"),
            Call.right("confirmed", "confirmed", 2, "12000.00"),
            Call.right("confirmed", "confirmed", 2, "12000.00"),
            Call.right("confirmed-again", "confirmed", 2, "12000.00"),
            Call.right("rejected", "rejected", 3, "12000.00"),
            Call.right("wrong-amount", "confirmed", 2, "12000.01"),
            Call.wrong("forged", "confirmed", true, 0),
            Call.wrong("forged-no", "rejected", true, 0),
            Call.wrong("stale", "confirmed", false, 10));

    @Test
    void inAnyOrderThereIsOneEffect() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        world.begin(Duration.ofDays(1));
        for (var n = 0; n < PERMUTATIONS; n++) {
            var calls = new ArrayList<>(CALLS);
            Collections.shuffle(calls, random);
            var told = calls.stream().map(Call::id).toList();
            oneEffect("instr-%d".formatted(n), calls, "Seed %d, order %s".formatted(seed, told));
        }
    }

    private static void oneEffect(String instruction, List<Call> calls, String story) {
        silentPayout(instruction);
        for (var call : calls) {
            var status = world.answered(world.signed(
                    instruction + call.id(),
                    call.body(instruction),
                    call.forged(),
                    Duration.ofMinutes(call.ageMinutes())));
            assertThat(status).as("%s: %s", story, call.id()).isEqualTo(call.status());
        }
        world.workOff();
        var finals = world.commands.events(instruction).stream()
                .filter(event -> event instanceof InstructionConfirmed || event instanceof InstructionRejected)
                .toList();
        assertThat(finals).as(story).hasSize(1);
        assertThat(world.openCases(instruction)).as(story).contains("contradictory-final");
    }

    private static void silentPayout(String instruction) {
        world.bank().rewrite(1, List.of(new Planned("PayOut", 1, Fault.SILENT)));
        var account = world.sealing.seal("party-1", Sealed.Purpose.IDENTITY, "payoutAccount", World.PAYEE);
        var order = new Order.PayOut(
                new ApplicationId("app-1"),
                new LoanId("loan-" + instruction),
                1,
                Money.of("CNY", "12000.00"),
                account,
                "a loan");
        world.commands.sendAndWait(
                new Instruct(new InstructionId(instruction), new BankId("sandbox"), order, world.time.instant()));
        world.round(() -> false);
    }
}
