package tallystick.runtime.operations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.web.json.WebJson;
import tools.jackson.databind.JsonNode;

/** An operation as callers see it. */
public record OperationView(
        String id,
        String type,
        Operation.State state,
        long done,
        long total,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant eta,
        @Nullable String result,
        @Nullable JsonNode problem) {

    static OperationView of(Operation operation, Instant now) {
        var eta = operation.eta(now);
        var problem = operation.problem();
        return new OperationView(
                operation.id(),
                operation.type(),
                operation.state(),
                operation.done(),
                operation.total(),
                operation.startedAt(),
                operation.finishedAt(),
                eta == null ? null : eta.truncatedTo(ChronoUnit.SECONDS),
                operation.result(),
                problem == null ? null : WebJson.get().readTree(problem));
    }
}
