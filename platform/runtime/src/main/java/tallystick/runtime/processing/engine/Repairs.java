package tallystick.runtime.processing.engine;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.batch.Halts;
import tallystick.runtime.processing.letters.Letter;
import tallystick.runtime.processing.letters.LetterRetry;
import tallystick.runtime.processing.letters.Letters;
import tallystick.runtime.processing.sagas.ParkedStep;

/** What operations can do about events that were put aside, steps that were parked and groups that stand still. */
public final class Repairs {
    private final Processors processors;
    private final Letters letters;
    private final Halts halts;

    Repairs(Processors processors, JdbcTemplate jdbc) {
        this.processors = processors;
        this.letters = new Letters(jdbc);
        this.halts = new Halts(jdbc);
    }

    public List<Letter> letters(GroupName group, int most) {
        return letters.open(group, most);
    }

    /** Delivers a sequence's letters in order until one fails; returns how many were delivered. */
    public int retryLetters(GroupName group, String sequence) {
        return letterRetry(group).retry(sequence);
    }

    /** False when there is no such open letter. */
    public boolean closeLetter(GroupName group, long position, String by, String reason) {
        return letterRetry(group).close(position, by, reason);
    }

    public List<ParkedStep> steps(GroupName group, int most) {
        return sagas(group).steps().open(most);
    }

    /** Runs a saga's parked steps in order until one fails; returns how many were run. */
    public int retrySteps(GroupName group, String saga) {
        return sagas(group).retry().retry(saga);
    }

    /** False when this is not the saga's first open step. */
    public boolean closeStep(GroupName group, String saga, long position, String by, String reason) {
        return sagas(group).retry().close(saga, position, by, reason);
    }

    /** False when the group was not halted. */
    public boolean resume(GroupName group) {
        return halts.resume(group);
    }

    private LetterRetry letterRetry(GroupName group) {
        return find(group).letters().orElseThrow(() -> wrongKind(group, "dead letters"));
    }

    private RunningGroup.SagaSteps sagas(GroupName group) {
        return find(group).sagas().orElseThrow(() -> wrongKind(group, "parked steps"));
    }

    private RunningGroup find(GroupName group) {
        return processors
                .group(group)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected the name of a processing group, found '%s'.".formatted(group)));
    }

    private static IllegalArgumentException wrongKind(GroupName group, String what) {
        return new IllegalArgumentException("Expected a group with %s, found '%s'.".formatted(what, group));
    }
}
