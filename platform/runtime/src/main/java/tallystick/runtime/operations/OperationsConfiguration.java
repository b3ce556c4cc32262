package tallystick.runtime.operations;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.processing.Progress;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.writes.LateAnswers;

/** Runs long work on this node. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(OperationSettings.class)
@Import(OperationsController.class)
class OperationsConfiguration {
    @Bean
    OperationTable operationTable(JdbcClient database) {
        return new OperationTable(database);
    }

    @Bean
    CatchUp catchUp(Progress readModels, OperationSettings limits) {
        return new CatchUp(readModels, limits.lateWrite());
    }

    @Bean
    Worker operationWorker(OperationTable table, List<WorkType> types, OperationSettings limits, InstantSource clock) {
        var byName = types.stream().collect(Collectors.toMap(WorkType::type, Function.identity()));
        // A fresh name per start: the leases of this node's former life are not its own.
        return new Worker(table, byName, limits, clock, UUID.randomUUID().toString());
    }

    @Bean
    Operations operations(OperationTable table, Worker worker, InstantSource clock) {
        return new Operations(table, worker, clock);
    }

    @Bean
    OperationStream operationStream(Operations operations, OperationSettings limits) {
        return new OperationStream(operations, limits.stream());
    }

    @Bean
    LateAnswers lateAnswers(Operations operations) {
        return CatchUp.answers(operations);
    }

    @Bean
    OperationGuard operationGuard(OperationTable table) {
        return new OperationGuard(table);
    }

    @Bean
    ProblemCodes operationProblems() {
        return () -> List.of(
                CatchUp.NOT_SHOWN,
                new ProblemCode(
                        "operation-finished",
                        409,
                        "The operation has ended",
                        "There is nothing left to cancel; read its result."));
    }
}
