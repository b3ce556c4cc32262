package tallystick.bank.gateway.reconciliation;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.gateway.instruction.Facts;
import tallystick.bank.gateway.instruction.InstructionTable;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.calendar.Missed;
import tallystick.runtime.calendar.When;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.queries.Queries;

/** Statements and what they show. */
@Configuration(proxyBeanMethods = false)
public class ReconciliationConfiguration {
    private static final Duration LOOK = Duration.ofMinutes(15);

    @Bean
    ProcessingGroup expectedMoneyGroup() {
        return ProcessingGroup.readModel("bank.expected.v1", new ExpectedMoney());
    }

    @Bean
    Statements bankStatements(JdbcClient database) {
        return new Statements(database);
    }

    @Bean
    Reconciler reconciler(
            Banks banks,
            Statements statements,
            InstructionTable instructions,
            Facts facts,
            Commands commands,
            InstantSource clock) {
        return new Reconciler(banks, statements, new Booked(instructions, facts), commands, clock);
    }

    @Bean
    PositionDays bankPositionDays(JdbcClient database) {
        return new PositionDays(database);
    }

    @Bean
    PositionReconciler positionReconciler(
            Banks banks,
            PositionDays days,
            Statements statements,
            ObjectProvider<Queries> queries,
            Commands commands,
            InstantSource clock) {
        return new PositionReconciler(banks, days, statements, queries::getObject, commands, clock);
    }

    /** Positions first: what a statement tells needs a while to reach the loans. */
    @Bean
    CalendarJob bankStatementsJob(Reconciler reconciler, PositionReconciler positions) {
        return new CalendarJob("bank-statements", new When.Every(LOOK), Missed.SKIP, () -> {
            positions.catchUp();
            reconciler.catchUp();
        });
    }

    /** Routes exist where there is a web. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @Import({StatementsController.class, PositionsController.class, TransitController.class})
    static class Web {}
}
