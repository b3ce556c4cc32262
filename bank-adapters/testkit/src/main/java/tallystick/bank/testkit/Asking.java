package tallystick.bank.testkit;

import static tallystick.bank.testkit.Check.Group.QUERY;
import static tallystick.bank.testkit.Submitting.require;

import java.util.List;
import tallystick.bank.spi.StatusAnswer;
import tallystick.bank.spi.SubmitAnswer;

/** "I do not know it" is said only by a bank that was asked and does not know it. */
final class Asking {
    static final List<Check> CHECKS = List.of(
            new Check(QUERY, "what was taken in is found, and every fact is about it", Asking::found),
            new Check(QUERY, "what is held is known, also before the bank has said a word", Asking::held),
            new Check(QUERY, "what never came is not found", Asking::notFound),
            failed("nobody answers", Treatment.TIMEOUT_BEFORE),
            failed("a connection breaks", Treatment.RESET),
            failed("the bank has a fault", Treatment.FAULT),
            failed("the answer is noise", Treatment.GARBAGE),
            failed("nobody listens", Treatment.UNREACHABLE),
            new Check(QUERY, "asking does nothing", Asking::harmless),
            new Check(QUERY, "who cannot be asked says so", Asking::unsupported));

    private Asking() {}

    private static boolean canBeAsked(TestBank bank) {
        return bank.adapter().capabilities().inquiry().byOurId();
    }

    private static Check failed(String when, Treatment treatment) {
        return new Check(QUERY, "when %s the query has failed".formatted(when), bank -> {
            if (canBeAsked(bank)) {
                Submitting.submit(bank, Orders.payOut("instr-1"));
                bank.treatsNext(treatment);
                var answer = ask(bank, "instr-1");
                // Found is true: some clients ask once more by themselves, and a question may be repeated.
                var honest = answer instanceof StatusAnswer.QueryFailed || answer instanceof StatusAnswer.Found;
                require(honest, "QueryFailed", answer);
            }
        });
    }

    private static void found(TestBank bank) {
        if (canBeAsked(bank)) {
            var held = Submitting.submit(bank, Orders.payOut("instr-1")) instanceof SubmitAnswer.Held;
            var answer = ask(bank, "instr-1");
            require(answer instanceof StatusAnswer.Found, "Found", answer);
            require(
                    answer instanceof StatusAnswer.Found(var facts)
                            && (held || !facts.isEmpty())
                            && facts.stream()
                                    .allMatch(fact -> fact.instruction().equals("instr-1")),
                    "facts about instr-1 only",
                    answer);
        }
    }

    /** Else it would be sent again, and then twice. */
    private static void held(TestBank bank) {
        if (Submitting.submit(bank, Orders.payOut("instr-1")) instanceof SubmitAnswer.Held) {
            require(canBeAsked(bank), "an adapter that can be asked for what it holds", "one that cannot");
            var answer = ask(bank, "instr-1");
            require(answer instanceof StatusAnswer.Found, "Found", answer);
        }
    }

    private static void notFound(TestBank bank) {
        if (canBeAsked(bank)) {
            var answer = ask(bank, "instr-none");
            require(answer instanceof StatusAnswer.NotFound, "NotFound", answer);
        }
    }

    private static void harmless(TestBank bank) {
        if (canBeAsked(bank)) {
            ask(bank, "instr-1");
            ask(bank, "instr-1");
            require(bank.done("instr-1") == 0, "nothing to be done", bank.done("instr-1"));
        }
    }

    private static void unsupported(TestBank bank) {
        if (!canBeAsked(bank)) {
            var answer = ask(bank, "instr-1");
            require(answer instanceof StatusAnswer.Unsupported, "Unsupported", answer);
        }
    }

    /** As the gateway calls: whatever is thrown is no answer. */
    private static StatusAnswer ask(TestBank bank, String id) {
        try {
            return bank.adapter().query(Orders.question(id), Orders.IN_TIME);
        } catch (RuntimeException thrown) {
            return new StatusAnswer.QueryFailed(thrown.getClass().getSimpleName());
        }
    }
}
