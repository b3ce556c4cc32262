package tallystick.bank.testkit;

import static tallystick.bank.testkit.Check.Group.IDEMPOTENCY;
import static tallystick.bank.testkit.Check.Group.OUTCOME_HONESTY;
import static tallystick.bank.testkit.Orders.IN_TIME;

import java.util.List;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.SubmitAnswer;

/** What became of a submission is told as it is: in doubt it is unknown, and never failure. */
final class Submitting {
    static final List<Check> CHECKS = List.of(
            new Check(OUTCOME_HONESTY, "what the bank takes in is accepted, held or done", Submitting::accepted),
            unknown("nobody answers and nothing arrived", Treatment.TIMEOUT_BEFORE),
            unknown("nobody answers after the money moved", Treatment.TIMEOUT_AFTER_SUCCESS),
            unknown("a connection breaks", Treatment.RESET),
            unknown("the bank has a fault", Treatment.FAULT),
            unknown("the answer is noise", Treatment.GARBAGE),
            unknown("the answer is a word nobody knows", Treatment.UNKNOWN_WORD),
            new Check(OUTCOME_HONESTY, "where nobody listens it is not sent, or unknown", bank -> {
                var answer = submitted(bank, Treatment.UNREACHABLE);
                require(
                        answer instanceof SubmitAnswer.NotSent || isUnknown(answer),
                        "NotSent, Unknown or Held",
                        answer);
            }),
            new Check(OUTCOME_HONESTY, "a no of the bank is never 'not sent'", Submitting::refused),
            new Check(IDEMPOTENCY, "the same order twice is done once", Submitting::twice),
            new Check(IDEMPOTENCY, "the same order after a lost answer is done once", Submitting::afterLoss));

    private Submitting() {}

    private static Check unknown(String when, Treatment treatment) {
        return new Check(OUTCOME_HONESTY, "when %s it is unknown".formatted(when), bank -> {
            var answer = submitted(bank, treatment);
            require(isUnknown(answer), "Unknown, or Held", answer);
        });
    }

    private static void accepted(TestBank bank) {
        var answer = submitted(bank, Treatment.ACCEPT);
        require(isTaken(answer), "Accepted, Held, or Final with a confirmation", answer);
    }

    static boolean isTaken(SubmitAnswer answer) {
        return answer instanceof SubmitAnswer.Accepted
                || answer instanceof SubmitAnswer.Held
                || (answer instanceof SubmitAnswer.Final(var fact)
                        && (fact instanceof BankFact.Confirmed || fact instanceof BankFact.Accepted));
    }

    /** Who holds an order has not spoken to the bank: whatever the bank does, nothing is known yet. */
    static boolean isUnknown(SubmitAnswer answer) {
        return answer instanceof SubmitAnswer.Unknown || answer instanceof SubmitAnswer.Held;
    }

    private static void refused(TestBank bank) {
        var answer = submitted(bank, Treatment.REJECT);
        require(!(answer instanceof SubmitAnswer.NotSent), "anything but NotSent", answer);
        require(
                !(answer instanceof SubmitAnswer.Final(var fact)) || fact instanceof BankFact.Rejected,
                "no other last word than Rejected",
                answer);
    }

    private static void twice(TestBank bank) {
        if (isIdempotent(bank)) {
            submit(bank, Orders.payOut("instr-1"));
            submit(bank, Orders.payOut("instr-1"));
            require(bank.done("instr-1") == 1, "to be done once", bank.done("instr-1"));
        }
    }

    private static void afterLoss(TestBank bank) {
        if (isIdempotent(bank)) {
            submitted(bank, Treatment.TIMEOUT_AFTER_SUCCESS);
            submit(bank, Orders.payOut("instr-1"));
            require(bank.done("instr-1") == 1, "to be done once", bank.done("instr-1"));
        }
    }

    private static boolean isIdempotent(TestBank bank) {
        return bank.adapter().capabilities().idempotency().lifetime().isPositive();
    }

    private static SubmitAnswer submitted(TestBank bank, Treatment treatment) {
        bank.treatsNext(treatment);
        return submit(bank, Orders.payOut("instr-1"));
    }

    static SubmitAnswer submit(TestBank bank, Instruction instruction) {
        return submit(bank, instruction, IN_TIME);
    }

    /** As the gateway calls: whatever is thrown is unknown. */
    static SubmitAnswer submit(TestBank bank, Instruction instruction, CallContext context) {
        try {
            return bank.adapter().submit(instruction, context);
        } catch (RuntimeException | StackOverflowError thrown) {
            return new SubmitAnswer.Unknown(thrown.getClass().getSimpleName());
        }
    }

    static void require(boolean holds, String expected, Object found) {
        if (!holds) {
            throw new Broken(expected, found);
        }
    }
}
