package tallystick.bank.gateway.instruction;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BankCommand;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.runtime.web.ProblemCode;

/** Every no of an instruction, in words. */
final class Refusals {
    static final String UNKNOWN = "instruction-unknown";
    static final String DIFFERS = "instruction-differs";
    static final String NOT_DUE = "submission-not-due";

    static final String NOT_IN_DOUBT = "not-in-doubt";
    static final String IMPOSSIBLE = "resolution-impossible";
    static final String NOTHING_PROPOSED = "nothing-proposed";

    static final List<ProblemCode> CODES = List.of(
            new ProblemCode(UNKNOWN, 409, "No such instruction", "Check the id; it is the one given by us."),
            new ProblemCode(DIFFERS, 409, "Another order under the same id", "Order it under an id of its own."),
            new ProblemCode(NOT_DUE, 409, "It is not to be sent now", "Ask the bank what became of it."),
            new ProblemCode(NOT_IN_DOUBT, 409, "It is not in doubt", "Let the bank's own word count."),
            new ProblemCode(IMPOSSIBLE, 409, "It cannot have been so", "Say what the order allows."),
            new ProblemCode(
                    NOTHING_PROPOSED, 409, "Nothing was proposed", "Propose first, then another person agrees."));

    private Refusals() {}

    static BankInstruction existing(BankCommand command, @Nullable BankInstruction known) {
        if (known == null) {
            throw Refusal.of(
                            UNKNOWN,
                            "No such instruction",
                            "Expected instruction %s to have been ordered; found none.".formatted(command.target()))
                    .asException();
        }
        return known;
    }

    static Refused differs(BankInstruction known) {
        return Refusal.of(
                        DIFFERS,
                        "Another order under the same id",
                        "Instruction %s is a %s of %s to %s for ever; found another order. Give it an id of its own."
                                .formatted(
                                        known.id(),
                                        known.order().kind(),
                                        known.order().amount(),
                                        known.bank()))
                .asException();
    }

    static Refused notDue(BankInstruction known, int attempt) {
        return new Refusal(
                        NOT_DUE,
                        "It is not to be sent now",
                        "Expected instruction %s to be unsent before attempt %d; it is %s after %d. Sending it twice could pay twice."
                                .formatted(known.id(), attempt, known.state(), known.attempts()),
                        Map.of("state", known.state().name(), "attempts", Integer.toString(known.attempts())))
                .asException();
    }

    static Refused unwanted(BankInstruction known) {
        return new Refusal(
                        NOT_DUE,
                        "It is not to be sent now",
                        "Instruction %s was to be cancelled, and is not at the bank. It is not sent any more."
                                .formatted(known.id()),
                        Map.of("state", known.state().name()))
                .asException();
    }

    static Refused notInDoubt(BankInstruction known) {
        return new Refusal(
                        NOT_IN_DOUBT,
                        "It is not in doubt",
                        "Expected instruction %s to be in doubt; it is %s and the bank is still asked. Wait for its word."
                                .formatted(known.id(), known.state()),
                        Map.of("state", known.state().name()))
                .asException();
    }

    static Refused impossible(BankInstruction known, String expected, String found) {
        return new Refusal(
                        IMPOSSIBLE,
                        "It cannot have been so",
                        "Expected %s for instruction %s; found %s. Say what the order allows."
                                .formatted(expected, known.id(), found),
                        Map.of("expected", expected, "found", found))
                .asException();
    }

    static Refused nothingProposed(BankInstruction known) {
        return Refusal.of(
                        NOTHING_PROPOSED,
                        "Nothing was proposed",
                        "Expected a proposal for instruction %s; found none. Propose what became of it first."
                                .formatted(known.id()))
                .asException();
    }
}
