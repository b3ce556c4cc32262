package tallystick.bank.gateway.instruction;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.bank.api.BankEvent;
import tallystick.bank.gateway.banks.BankSight;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.gateway.instruction.InstructionTable.Row;
import tallystick.bank.gateway.work.Workers;
import tallystick.runtime.audit.WaitingWork;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.ProblemCodes;

/** Orders to banks. */
@Configuration(proxyBeanMethods = false)
public class InstructionConfiguration {
    private static final int AT_ONCE = 256;

    @Bean
    EventFamily bankEvents() {
        return EventFamily.of("bank", BankEvent.class);
    }

    @Bean
    Instructions instructionDecider() {
        return new Instructions();
    }

    @Bean
    InstructionTable instructionTable(JdbcClient database, InstantSource clock) {
        return new InstructionTable(database, clock);
    }

    @Bean
    Spelling bankSpelling(Sealing sealing) {
        return new Spelling(sealing);
    }

    @Bean
    Facts bankFacts(Commands commands, Spelling spelling, InstantSource clock) {
        return new Facts(commands, spelling, clock);
    }

    @Bean
    Workers<Row> instructionWorkers(
            Banks banks,
            Commands commands,
            Facts facts,
            Spelling spelling,
            InstantSource clock,
            InstructionTable table) {
        var work = new InstructionWork(table, banks, commands, facts, spelling, clock);
        return new Workers<>("instruction", AT_ONCE, work::take, work::step);
    }

    @Bean
    ProcessingGroup instructionGroup(Workers<Row> instructionWorkers) {
        return ProcessingGroup.readModel(
                "bank.instructions.v1", new InstructionProgress(instructionWorkers::wakeAfterCommit));
    }

    /** No saga waits for it but its own row, which says when somebody asks next, or that a person was called. */
    @Bean
    WaitingWork waitingInstructions() {
        return new WaitingWork("instruction", """
            select i.id, true as live_saga, i.due_at > :late as future_deadline, i.handed_over as open_case
              from bank.instructions_v1 i
             where i.state in ('COMMITTED', 'SENT', 'ACCEPTED', 'UNKNOWN', 'NOT_SENT') and i.since < :settled\
            """);
    }

    @Bean
    ProblemCodes instructionProblems() {
        return () -> Refusals.CODES;
    }

    /** Routes exist where there is a web. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @Import({InstructionsController.class, DoubtsController.class, ResolutionsController.class})
    static class Web {
        @Bean
        InstructionGuard instructionGuard(InstructionTable table, BankSight sight) {
            return new InstructionGuard(table, sight);
        }
    }
}
