package tallystick.application.origination;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.application.api.ApplicationCommand.EndCoolingOff;
import tallystick.application.api.ApplicationCommand.ExpireOffer;
import tallystick.application.api.ApplicationCommand.TakeBankSilence;
import tallystick.application.api.ApplicationCommand.TakeRecallSilence;
import tallystick.application.api.ApplicationCommand.TakeStandbySilence;
import tallystick.application.lifecycle.Contract;
import tallystick.application.lines.LineDoor;
import tallystick.application.offers.OfferMaker;
import tallystick.application.placement.Placements;
import tallystick.kernel.ApplicationId;
import tallystick.runtime.audit.WaitingWork;
import tallystick.runtime.deadlines.DeadlineKind;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Things;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.StartsAt;
import tallystick.runtime.queries.Queries;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;

/** Plugs origination in. */
@Configuration(proxyBeanMethods = false)
@Import({PayoutTrouble.class, SmallerLoanController.class})
public class OriginationConfiguration {
    @Bean
    ProcessingGroup originations() {
        return ProcessingGroup.saga("application.originations", Origination.class);
    }

    /** Seldom: one segment, so that each answer of a bank is looked at once more and not four times. */
    @Bean
    ProcessingGroup standbys() {
        return new ProcessingGroup.SagaGroup(
                new GroupName("application.standbys"), Standby.class, 1, 16, new StartsAt.Tail());
    }

    /** As seldom. */
    @Bean
    ProcessingGroup recalls() {
        return new ProcessingGroup.SagaGroup(
                new GroupName("application.recalls"), Recalls.class, 1, 16, new StartsAt.Tail());
    }

    @Bean
    ProcessingGroup applicationWaits() {
        return ProcessingGroup.readModel("application.waits.v1", new Waits());
    }

    @Bean
    Payees payees(Things things, Queries queries, Lenders lenders, InstantSource clock) {
        return new Payees(things, queries, lenders, clock);
    }

    @Bean
    SmallerLoans smallerLoans(
            Things things, Queries queries, OfferMaker offers, Placements placements, InstantSource clock) {
        return new SmallerLoans(things, queries, offers, placements, clock);
    }

    @Bean
    Lenders lenders(Things things, Commands commands, LineDoor lines, InstantSource clock) {
        return new Lenders(things, commands, lines, clock);
    }

    @Bean
    Renewals renewals(Things things) {
        return new Renewals(things);
    }

    @Bean
    DeadlineKind offerExpiry() {
        return new DeadlineKind("application", Waits.OFFER, (id, due) -> {
            var parts = id.split("/", 2);
            return new ExpireOffer(new ApplicationId(parts[0]), Integer.parseInt(parts[1]), due);
        });
    }

    @Bean
    DeadlineKind coolingOff() {
        return new DeadlineKind("application", Waits.COOLING_OFF, (id, due) -> {
            var application = new ApplicationId(id);
            return new EndCoolingOff(application, Contract.loan(application), due);
        });
    }

    @Bean
    DeadlineKind bankSilence() {
        return new DeadlineKind("application", Waits.BANK, (id, due) -> {
            var parts = id.split("/", 2);
            return new TakeBankSilence(new ApplicationId(parts[0]), Integer.parseInt(parts[1]), due);
        });
    }

    @Bean
    DeadlineKind standbySilence() {
        return new DeadlineKind("application", Waits.STANDBY, (id, due) -> {
            var parts = id.split("/", 2);
            return new TakeStandbySilence(new ApplicationId(parts[0]), Integer.parseInt(parts[1]), due);
        });
    }

    @Bean
    DeadlineKind recallSilence() {
        return new DeadlineKind(
                "application", Waits.RECALL, (id, due) -> new TakeRecallSilence(new ApplicationId(id), due));
    }

    @Bean
    ProblemCodes partialPayoutProblems() {
        return () -> List.of(
                code("payout-open", "A bank has not answered", "Wait for its answer."),
                code("lead-not-paid", "The leading bank has not paid", "Correct the payee, or cancel."),
                code("smaller-loan-not-allowed", "No loan of what is paid", "Correct the payee, or cancel."),
                code("standby-asked", "Another lender is asked for the share", "Wait for its answer."),
                code("asked-back", "What was paid is asked back", "Wait for the bank's answer."),
                code("no-smaller-loan", "No smaller loan is offered", "Offer one first."),
                code("consent-not-attached", "The consent is not attached", "Attach it first."));
    }

    private static ProblemCode code(String code, String title, String remedy) {
        return new ProblemCode(code, 409, title, remedy);
    }

    /** Whoever waits for us or for a bank has a saga that will hear of it. */
    @Bean
    WaitingWork waitingApplications() {
        return new WaitingWork("application", """
            select w.id,
                   exists (select 1 from application.saga_associations a
                            where a.key = 'application' and a.value = w.id) as live_saga,
                   cast(:late as timestamptz) is not null as future_deadline,
                   exists (select 1 from application.parked_steps p
                            where p.associations like '%' || w.id || '%') as open_case
              from application.applications_v1 w
             where w.waiting_for in ('SYSTEM', 'BANK') and w.started_at < :settled
            """);
    }
}
