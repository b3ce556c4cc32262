package tallystick.bank.testkit;

/** One sentence of the contract, and how it is proven. */
record Check(Group group, String sentence, Proof proof) {
    /** Throws {@link Broken} when the sentence is not true. */
    @FunctionalInterface
    interface Proof {
        void of(TestBank bank) throws Exception;
    }

    /** What the sentences are about. */
    enum Group {
        OUTCOME_HONESTY,
        IDEMPOTENCY,
        QUERY,
        INBOUND,
        CODEC,
        CUT_OFF,
        THREADS,
        DEADLINE,
        SECRETS,
        CAPABILITIES
    }

    Report.Line run(TestBank bank) {
        try {
            proof.of(bank);
            return new Report.Line(group, sentence, null);
        } catch (Exception | Error broken) {
            return new Report.Line(group, sentence, String.valueOf(broken.getMessage()));
        }
    }
}
