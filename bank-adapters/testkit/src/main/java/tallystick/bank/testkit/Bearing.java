package tallystick.bank.testkit;

import static tallystick.bank.testkit.Check.Group.CAPABILITIES;
import static tallystick.bank.testkit.Check.Group.CUT_OFF;
import static tallystick.bank.testkit.Check.Group.DEADLINE;
import static tallystick.bank.testkit.Check.Group.SECRETS;
import static tallystick.bank.testkit.Check.Group.THREADS;
import static tallystick.bank.testkit.Submitting.require;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.SubmitAnswer;
import tallystick.bank.testkit.TestBank.Signing;

/** How an adapter bears itself: with many threads, against the clock, with secrets, and whether it is what it says. */
final class Bearing {
    private static final int AT_ONCE = 16;
    private static final int ORDERS = 64;
    private static final Duration WITHIN = Duration.ofMillis(300);

    /** From the interrupt on; an adapter that swallows it would take a thread for ever. */
    private static final Duration LETS_GO = Duration.ofSeconds(10);

    static final List<Check> CHECKS = List.of(
            new Check(CUT_OFF, "hours are those of operations it takes", Bearing::hours),
            new Check(THREADS, "many orders at once are each done once", Bearing::manyAtOnce),
            new Check(DEADLINE, "a call that is interrupted ends, and is unknown", Bearing::interrupted),
            new Check(SECRETS, "no answer says a key or an account", Bearing::secrets),
            new Check(CAPABILITIES, "every operation it declares is taken", Bearing::operations),
            new Check(CAPABILITIES, "they are the same twice", Bearing::constant),
            new Check(CAPABILITIES, "without a query there is a callback, a file or a person", Bearing::lastWord));

    private Bearing() {}

    private static void hours(TestBank bank) {
        var able = bank.adapter().capabilities();
        require(able.operations().containsAll(able.hours().keySet()), "hours of declared operations", able.hours());
    }

    private static void manyAtOnce(TestBank bank) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var calls = new ArrayList<Callable<SubmitAnswer>>();
            for (var i = 0; i < ORDERS; i++) {
                var id = "instr-many-" + i;
                calls.add(() -> Submitting.submit(bank, Orders.payOut(id)));
            }
            for (var answer : threads.invokeAll(calls)) {
                require(Submitting.isTaken(answer.get()), "every order to be taken", answer.get());
            }
        }
        for (var i = 0; i < ORDERS; i++) {
            var done = bank.done("instr-many-" + i);
            require(done <= 1, "each to be done once", done);
        }
    }

    private static void interrupted(TestBank bank) throws InterruptedException {
        bank.treatsNext(Treatment.HANG);
        var answer = new AtomicReference<@Nullable SubmitAnswer>();
        var call = Thread.ofVirtual()
                .start(() -> answer.set(Submitting.submit(bank, Orders.payOut("instr-1"), new CallContext(1, WITHIN))));
        Thread.sleep(WITHIN);
        call.interrupt();
        require(call.join(LETS_GO), "the call to end when it is interrupted", "a thread that goes on");
        var unknown = answer.get() != null && Submitting.isUnknown(answer.get());
        require(unknown, "Unknown, or Held", String.valueOf(answer.get()));
    }

    private static void secrets(TestBank bank) {
        var said = new ArrayList<String>();
        said.add(bank.adapter().toString());
        said.add(bank.adapter().capabilities().toString());
        for (var treatment : Treatment.values()) {
            if (treatment != Treatment.HANG) {
                bank.treatsNext(treatment);
                said.add(Submitting.submit(bank, Orders.payOut("instr-" + treatment))
                        .toString());
            }
        }
        for (var message : bank.confirmations("instr-1", Orders.AMOUNT, Orders.NOW, Signing.FORGED)) {
            if (bank.adapter().receive(message) instanceof InboundResult.Rejected rejected) {
                said.add(rejected.why());
            }
        }
        var hidden = new ArrayList<>(bank.secrets());
        hidden.add(Orders.ACCOUNT);
        for (var text : said) {
            require(hidden.stream().noneMatch(text::contains), "nothing secret in an answer", "a secret");
        }
    }

    private static void operations(TestBank bank) {
        for (var operation : bank.adapter().capabilities().operations()) {
            var answer = Submitting.submit(bank, Orders.of(operation, "instr-" + operation));
            require(!(answer instanceof SubmitAnswer.NotSent), operation + " to be taken", answer);
        }
    }

    private static void constant(TestBank bank) {
        var able = bank.adapter().capabilities();
        require(able.equals(bank.adapter().capabilities()), "the same capabilities", able);
        require(!able.operations().isEmpty(), "at least one operation", able);
    }

    private static void lastWord(TestBank bank) {
        var able = bank.adapter().capabilities();
        var asks = able.inquiry().byOurId();
        require(asks || !able.channels().isEmpty(), "a query or a channel, or nobody would ever know", able);
    }
}
