package tallystick.application.lines;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.FundingLineCommand;
import tallystick.application.api.FundingLineCommand.ExpireReservation;
import tallystick.application.api.FundingLineEvent;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.FundingLineId;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.calendar.Missed;
import tallystick.runtime.calendar.When;
import tallystick.runtime.deadlines.DeadlineKind;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.decide.Things;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs funding lines in. */
@Configuration(proxyBeanMethods = false)
@Import(LinesController.class)
public class LinesConfiguration {
    @Bean
    Decider<FundingLineCommand, FundingLineEvent, FundingLine> fundingLineDecider() {
        return FundingLine.decider();
    }

    @Bean
    LineDoor lineDoor(Commands commands, InstantSource clock) {
        return new LineDoor(commands, clock);
    }

    /** Often enough for a line to stay small, rarely enough to cost nothing. */
    @Bean
    CalendarJob lineSweep(JdbcClient database, LentBefore before, Things things, LineDoor door, InstantSource clock) {
        var sweep = new LineSweep(database, before, things, door, clock);
        return new CalendarJob("funding-lines", new When.Every(Duration.ofSeconds(20)), Missed.SKIP, sweep::run);
    }

    @Bean
    LentBefore lentBefore(JdbcClient database) {
        return new LentBefore(database);
    }

    @Bean
    ProcessingGroup repaidPrincipal() {
        return ProcessingGroup.readModel("application.repaid.v1", new Repaid());
    }

    @Bean
    Currencies lineCurrencies(Things things, JdbcClient database) {
        return new Currencies(things, database);
    }

    @Bean
    EventFamily fundingLineFamily() {
        return EventFamily.of("application", FundingLineEvent.class);
    }

    @Bean
    ProcessingGroup reservationList() {
        return ProcessingGroup.readModel("application.reservations.v1", new ReservationList());
    }

    @Bean
    DeadlineKind reservationDeadline() {
        return new DeadlineKind("application", ReservationChanges.RESERVATION, (id, due) -> {
            var parts = id.split("/", 3);
            return new ExpireReservation(
                    new FundingLineId(parts[0]), new ApplicationId(parts[1]), Integer.parseInt(parts[2]), due);
        });
    }

    @Bean
    IdGuard fundingLineGuard(Things things) {
        return IdGuard.of(
                "line",
                (id, _) -> id.matches("[a-z][a-z0-9.-]{0,58}")
                        && things.find(
                                        FundingLine.class,
                                        FundingLineId.named(id).value())
                                .isPresent());
    }

    @Bean
    ProblemCodes fundingLineProblems() {
        return () -> List.of(
                new ProblemCode("funding-line-unknown", 409, "No such funding line", "Look at the funding lines."),
                new ProblemCode("limit-below-used", 409, "More is in use", "Raise the limit, or wait for releases."),
                new ProblemCode("quota-of-day", 409, "The quota of the day is taken", "Wait for tomorrow."),
                new ProblemCode("quota-of-month", 409, "The quota of the month is taken", "Wait for the next month."),
                new ProblemCode(
                        "bound-by-law",
                        409,
                        "The law sets this limit",
                        "Change the capital that the bank's programmes state."),
                new ProblemCode(
                        "concentration-above-law",
                        409,
                        "The law lets the bank lend no more through one partner",
                        "Wait for repayments, or place with another bank."),
                new ProblemCode("line-exhausted", 409, "Not enough is left", "Raise the limit, or wait for releases."),
                new ProblemCode("not-reserved", 409, "Nothing is reserved", "Look at the line's reservations."));
    }
}
