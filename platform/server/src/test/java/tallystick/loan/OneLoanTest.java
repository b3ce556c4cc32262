package tallystick.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.testing.TestDatabase;

/** Many people at one loan: each is told yes or why not, and nothing that was said yes to is lost. */
class OneLoanTest {
    private static final int PEOPLE = 32;
    private static final int ASKS_EACH = 6;
    private static Platform platform;
    private static Door door;
    private static LocalDate today;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        door = platform.door();
        today = LocalDate.parse(door.get("finance", "/business-days/CN").text("/businessDate"));
        platform.bean(Commands.class)
                .send(Portfolio.loans(1, today.minusMonths(2)).getFirst(), Origin.of("test"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void nothingIsLostAndNobodyIsLeftWithoutAnAnswer() throws Exception {
        var repaid = new AtomicInteger();
        var reversed = new AtomicInteger();
        var charged = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new ArrayList<Future<?>>();
            for (var person = 0; person < PEOPLE; person++) {
                var random = new Random(person);
                asking.add(people.submit(() -> {
                    for (var ask = 0; ask < ASKS_EACH; ask++) {
                        switch (random.nextInt(3)) {
                            case 0 -> count(repay(), repaid);
                            case 1 -> count(reverse(1 + random.nextInt(20)), reversed);
                            default -> count(charge(), charged);
                        }
                    }
                }));
            }
            for (var each : asking) {
                each.get();
            }
        }
        var transactions = door.get("finance", "/loans/loan-p0/transactions?limit=200")
                .json()
                .at("/items");
        assertThat(types(
                        transactions
                                .valueStream()
                                .map(item -> item.at("/type").asString(""))
                                .toList(),
                        "REPAYMENT"))
                .isEqualTo(repaid.get());
        assertThat(types(
                        transactions
                                .valueStream()
                                .map(item -> item.at("/type").asString(""))
                                .toList(),
                        "REVERSAL"))
                .isEqualTo(reversed.get());
        assertThat(door.get("finance", "/loans/loan-p0/fees")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(charged.get());
        assertThat(repaid.get() + charged.get()).as("somebody was told yes").isPositive();
    }

    private static long types(List<String> types, String wanted) {
        return types.stream().filter(wanted::equals).count();
    }

    private static void count(Door.Answer answer, AtomicInteger yes) {
        assertThat(answer.status()).as(answer.response().body()).isIn(201, 409);
        if (answer.status() == 201) {
            yes.incrementAndGet();
        } else {
            assertThat(answer.text("/detail")).isNotBlank();
        }
    }

    private static Door.Answer repay() {
        return door.post("operations", "/loans/loan-p0/repayments", """
            {"amount":{"amount":"7.00","currency":"CNY"},"valueDate":"%s","source":"OFFICER_ENTRY"}
            """.formatted(today));
    }

    private static Door.Answer reverse(int transaction) {
        return door.post("operations", "/loans/loan-p0/reversals", """
            {"transaction":%d,"reason":"RETURNED","date":"%s"}
            """.formatted(transaction, today));
    }

    private static Door.Answer charge() {
        return door.post("operations", "/loans/loan-p0/fees", """
            {"kind":"FEE","name":"Notice","amount":{"amount":"1.00","currency":"CNY"},"due":"%s"}
            """.formatted(today.plusDays(3)));
    }
}
