package tallystick.journeys;

import java.util.ArrayList;
import java.util.List;

/**
 * A moment at which a node is killed, and what it is at work on.
 *
 * @param moment as {@link Moments} names it
 */
record Crash(Work work, String moment) {
    /** What is in flight. */
    enum Work {
        PAY_OUT("pay-out"),
        COLLECT("collect");

        final String word;

        Work(String word) {
            this.word = word;
        }
    }

    private static final List<String> PAYOUT = List.of(
            "append bank.SubmissionStarted",
            "send",
            "append bank.InstructionCommitted",
            "insert loan.sagas",
            "insert bank.instructions_v1",
            "take bank.instructions_v1",
            "append bank.InstructionAccepted",
            "receive",
            "insert bank.inbox",
            "append bank.InstructionConfirmed",
            "insert bank.expected_v1",
            "append loan.PayoutConfirmed",
            "append bank.InstructionUnknown",
            "ask");
    private static final List<String> COLLECTION = List.of(
            "append bank.SubmissionStarted",
            "send",
            "append bank.InstructionCommitted",
            "insert loan.sagas",
            "take bank.instructions_v1",
            "insert bank.inbox",
            "append bank.InstructionConfirmed",
            "append loan.RepaymentReceived",
            "ask");

    /** Each append, send, receive, deadline and token commit, after and before it; the worst first. */
    static List<Crash> all() {
        var all = new ArrayList<Crash>();
        for (var side : List.of("after ", "before ")) {
            for (var n = 0; n < PAYOUT.size(); n++) {
                all.add(new Crash(Work.PAY_OUT, side + PAYOUT.get(n)));
                if (n < COLLECTION.size()) {
                    all.add(new Crash(Work.COLLECT, side + COLLECTION.get(n)));
                }
            }
        }
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return work.word + " " + moment;
    }
}
