package tallystick.bank.gateway.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BreakCommand;
import tallystick.bank.api.BreakCommand.ApproveExplanation;
import tallystick.bank.api.BreakCommand.ProposeExplanation;
import tallystick.bank.api.BreakEvent;
import tallystick.bank.api.BreakEvent.BreakResolved;
import tallystick.bank.api.BreakEvent.ExplanationProposed;
import tallystick.bank.api.BreakId;
import tallystick.bank.gateway.approval.Agreement;
import tallystick.kernel.Refusal;
import tallystick.kernel.Sha256;
import tallystick.runtime.decide.Decider;

/**
 * What people make of a break. A doubt is none of these: it ends when it is said what became of the instruction.
 *
 * @param resolvedBy the second person; null while the case is open
 */
public record BreakCase(
        BreakId id,
        String kind,
        String explanation,
        String proposedBy,
        @Nullable String resolvedBy) {
    /** The kind of break that only an answer ends. */
    static final String DOUBT = "doubt";

    static final String IS_DOUBT = "break-is-doubt";
    static final String RESOLVED = "break-resolved";
    static final String UNEXPLAINED = "break-unexplained";

    /** Connects cases to the machine. */
    static Decider<BreakCommand, BreakEvent, BreakCase> decider() {
        return Decider.of(
                BreakId.KIND,
                BreakCommand.class,
                BreakEvent.class,
                BreakCase.class,
                BreakCase::decide,
                BreakCase::after);
    }

    static List<BreakEvent> decide(BreakCommand command, @Nullable BreakCase known) {
        return switch (command) {
            case ProposeExplanation c -> propose(c, known);
            case ApproveExplanation c -> existing(c, known).approve(c);
        };
    }

    private static List<BreakEvent> propose(ProposeExplanation c, @Nullable BreakCase known) {
        if (c.kind().equals(DOUBT)) {
            throw Refusal.of(
                            IS_DOUBT,
                            "Say what became of the order",
                            "Expected a break that can be explained; %s is a doubt. Resolve its instruction."
                                    .formatted(c.target()))
                    .asException();
        }
        if (known != null && known.resolvedBy != null) {
            throw Refusal.of(
                            RESOLVED,
                            "It is resolved",
                            "Expected break %s to be open; %s and %s resolved it."
                                    .formatted(known.id, known.proposedBy, known.resolvedBy))
                    .asException();
        }
        var proposed = new BreakCase(c.target(), c.kind(), c.explanation(), c.by(), null);
        return proposed.equals(known)
                ? List.of()
                : List.of(new ExplanationProposed(c.target(), c.kind(), c.explanation(), c.by(), c.at()));
    }

    private static BreakCase existing(ApproveExplanation c, @Nullable BreakCase known) {
        if (known == null) {
            throw Refusal.of(
                            UNEXPLAINED,
                            "Nothing was proposed",
                            "Expected an explanation of break %s; found none. Propose one first.".formatted(c.target()))
                    .asException();
        }
        return known;
    }

    private List<BreakEvent> approve(ApproveExplanation c) {
        if (resolvedBy != null) {
            return List.of();
        }
        Agreement.require(proposedBy, c.by(), hash(), c.hash());
        return List.of(new BreakResolved(id, kind, explanation, proposedBy, c.by(), c.at()));
    }

    /** Of what was shown. */
    String hash() {
        return Sha256.hex("%s %s %s".formatted(id, proposedBy, explanation));
    }

    static BreakCase after(@Nullable BreakCase before, BreakEvent event) {
        return switch (event) {
            case ExplanationProposed e -> new BreakCase(e.id(), e.kind(), e.explanation(), e.by(), null);
            case BreakResolved e -> new BreakCase(e.id(), e.kind(), e.explanation(), e.proposedBy(), e.approvedBy());
        };
    }
}
