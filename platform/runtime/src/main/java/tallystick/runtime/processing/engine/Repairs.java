package tallystick.runtime.processing.engine;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.batch.Halts;
import tallystick.runtime.processing.letters.LetterRetry;
import tallystick.runtime.processing.letters.Letters;

/** What operations can do about events that were put aside and groups that stand still. */
public final class Repairs {
    private final Processors processors;
    private final Letters letters;
    private final Halts halts;

    Repairs(Processors processors, JdbcTemplate jdbc) {
        this.processors = processors;
        this.letters = new Letters(jdbc);
        this.halts = new Halts(jdbc);
    }

    /** What is put aside, oldest first; nothing for a group that puts nothing aside. */
    public List<PutAside> open(GroupName group, int most) {
        var found = find(group);
        if (found.letters().isPresent()) {
            return letters.open(group, most).stream().map(PutAside::of).toList();
        }
        return found.sagas().stream()
                .flatMap(sagas -> sagas.steps().open(most).stream())
                .map(PutAside::of)
                .toList();
    }

    /** Takes what was put aside of one thing or saga, in order, until one fails again; returns how many went through. */
    public int retry(GroupName group, String of) {
        return with(group, letters -> letters.retry(of), sagas -> sagas.retry().retry(of));
    }

    /** Gives one up. False when it is not open, or not the first of its saga. */
    public boolean close(GroupName group, String of, long position, String by, String reason) {
        return with(
                group,
                letters -> letters.close(of, position, by, reason),
                sagas -> sagas.retry().close(of, position, by, reason));
    }

    /** False when the group was not halted. */
    public boolean resume(GroupName group) {
        return halts.resume(group);
    }

    private <T> T with(
            GroupName group, Function<LetterRetry, T> ofLetters, Function<RunningGroup.SagaSteps, T> ofSagas) {
        var found = find(group);
        return found.letters()
                .map(ofLetters)
                .or(() -> found.sagas().map(ofSagas))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected a group that puts events aside, found '%s'; it halts instead.".formatted(group)));
    }

    private RunningGroup find(GroupName group) {
        return processors
                .group(group)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected the name of a processing group, found '%s'.".formatted(group)));
    }
}
