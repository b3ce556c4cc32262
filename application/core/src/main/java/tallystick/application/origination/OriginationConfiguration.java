package tallystick.application.origination;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.application.api.ApplicationCommand.EndCoolingOff;
import tallystick.application.api.ApplicationCommand.ExpireOffer;
import tallystick.application.api.ApplicationCommand.TakeBankSilence;
import tallystick.application.lifecycle.Contract;
import tallystick.application.lines.LineDoor;
import tallystick.kernel.ApplicationId;
import tallystick.runtime.audit.WaitingWork;
import tallystick.runtime.deadlines.DeadlineKind;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Things;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.StartsAt;

/** Plugs origination in. */
@Configuration(proxyBeanMethods = false)
@Import(PayoutTrouble.class)
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

    @Bean
    ProcessingGroup applicationWaits() {
        return ProcessingGroup.readModel("application.waits.v1", new Waits());
    }

    @Bean
    Payees payees(Things things, Lenders lenders, InstantSource clock) {
        return new Payees(things, lenders, clock);
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
