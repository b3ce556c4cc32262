package tallystick.application.intake;

import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.application.api.ApplicationCommand;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.dealers.Dealerships;
import tallystick.application.lifecycle.Application;
import tallystick.application.parties.Arrivals;
import tallystick.application.parties.Parties;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.decide.Things;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs applications and their intake in. */
@Configuration(proxyBeanMethods = false)
@Import({ApplicationsController.class, ConsentsController.class, HoldsController.class})
public class IntakeConfiguration {
    @Bean
    Decider<ApplicationCommand, ApplicationEvent, Application> applicationDecider() {
        return Application.decider();
    }

    @Bean
    EventFamily applicationFamily() {
        return EventFamily.of("application", ApplicationEvent.class);
    }

    @Bean
    ProcessingGroup applicationList(Things things) {
        return ProcessingGroup.readModel("application.applications.v1", new ApplicationList(things));
    }

    @Bean
    Drafts drafts(
            Things things,
            Sealing sealing,
            ObjectProvider<Programmes> programmes,
            Parties parties,
            Dealerships dealerships,
            InstantSource clock) {
        var open = programmes.getIfAvailable(() -> (_, _, _) -> List.of());
        return new Drafts(things, sealing, open, new Identifying(parties), dealerships, clock);
    }

    @Bean
    Submissions submissions(
            Things things,
            Drafts drafts,
            Parties parties,
            Dealerships dealerships,
            Arrivals arrivals,
            Sealing sealing) {
        return new Submissions(things, drafts, parties, dealerships, arrivals, sealing);
    }

    @Bean
    IdGuard applicationGuard(Things things) {
        return IdGuard.of(
                "application",
                (id, _) -> id.startsWith("app-")
                        && things.find(Application.class, id).isPresent());
    }

    @Bean
    ProblemCodes applicationProblems() {
        return () -> List.of(
                code("application-unknown", "No such application", "Start a draft first."),
                code("application-not-draft", "The application is no draft any more", "Withdraw it and start another."),
                code("conditions-open", "Conditions are open", "Record what proves them."),
                code("condition-unknown", "No such condition", "Look at the product's conditions."),
                code("too-many-documents", "Too many documents", "Put pages together."),
                code("consent-unknown", "No such consent", "Look at the application's consents."),
                code("application-ended", "The application has ended", "Start another one."),
                code("payout-instructed", "The payout is ordered", "Cancel the payout, or withdraw the loan."),
                code("application-held", "The application is held", "Have the hold lifted first."),
                code("offer-unknown", "No such offer", "Look at the application's offers."),
                code("offer-expired", "The offer has expired", "Start another application."),
                code("offer-accepted", "The offer is accepted", "Look at the application."),
                code("offer-replaced", "A newer offer replaced it", "Look at the newest offer."),
                code("offer-not-accepted", "There is no contract yet", "Accept an offer first."),
                code("other-document", "Another document", "Read the contract again."),
                code("already-signed", "The contract is signed", "Nothing is left to sign."),
                code("not-a-signer", "Somebody else signs", "Name the signer that the contract lists."),
                code("nothing-to-cancel", "No payout is under way", "Withdraw the application, or its loan."),
                code("payout-not-failed", "The payout has not failed", "The account stays as contracted."),
                code("payee-not-proposed", "No other account is proposed", "Propose one first."),
                new ProblemCode(
                        "requirements-missing",
                        422,
                        "Required fields are missing",
                        "Enter them, then hand it in again."));
    }

    private static ProblemCode code(String code, String title, String remedy) {
        return new ProblemCode(code, 409, title, remedy);
    }
}
