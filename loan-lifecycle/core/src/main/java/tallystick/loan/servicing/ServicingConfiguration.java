package tallystick.loan.servicing;

import java.time.InstantSource;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.loan.api.LoanCommand;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.decide.Things;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs servicing in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServicingSettings.class)
@Import({
    LoansController.class,
    MoneyController.class,
    CollectionsController.class,
    ChangesController.class,
    FeesController.class,
    HoldsController.class,
    ContactController.class,
    LettersController.class,
    TermsController.class,
    TwoPeopleController.class,
    OwnersController.class,
    ClassController.class
})
public class ServicingConfiguration {
    @Bean
    Decider<LoanCommand, LoanEvent, Loan> loanDecider() {
        return Decider.of("loan", LoanCommand.class, LoanEvent.class, Loan.class, Deciding::decide, Telling::after);
    }

    @Bean
    EventFamily loanFamily() {
        return EventFamily.of("loan", LoanEvent.class);
    }

    @Bean
    ProcessingGroup loanList() {
        return ProcessingGroup.readModel("loan.loans.v1", new LoanList());
    }

    @Bean
    KnownLoans knownLoans(Things things, EventStore events) {
        return new KnownLoans(things, events);
    }

    @Bean
    PositionAnswers positionAnswers(Things things) {
        return new PositionAnswers(things);
    }

    @Bean
    ScheduleAnswers scheduleAnswers(Things things) {
        return new ScheduleAnswers(things);
    }

    @Bean
    PayoutAnswers payoutAnswers(Things things) {
        return new PayoutAnswers(things);
    }

    @Bean
    Servicing servicing(
            Commands commands, Things things, BusinessDays days, ServicingSettings settings, InstantSource clock) {
        return new Servicing(commands, things, days, settings, clock);
    }

    @Bean
    Asking asking(Things things, BusinessDays days, ServicingSettings settings, InstantSource clock, Sealing sealing) {
        return new Asking(things, days, settings, clock, sealing);
    }

    @Bean
    ContactPolicies contactPolicies() {
        return ContactPolicies.shipped();
    }

    @Bean
    Takeover takeover(Commands commands) {
        return new Takeover(commands);
    }

    @Bean
    DayWork dayWork(Commands commands, Things things, ServicingSettings settings, InstantSource clock) {
        return new DayWork(commands, things, settings, clock);
    }

    @Bean
    LoansAsOf loansAsOf(Things things) {
        return new LoansAsOf(things);
    }

    @Bean
    IdGuard loanGuard(Things things) {
        return IdGuard.of(
                "loan",
                (id, _) -> id.startsWith("loan-") && things.find(Loan.class, id).isPresent());
    }

    @Bean
    IdGuard payoffQuoteGuard(Things things) {
        return IdGuard.of(
                "quote",
                (id, path) -> things.find(Loan.class, String.valueOf(path.get("loan")))
                        .flatMap(found -> found.state().quote(id))
                        .isPresent());
    }

    @Bean
    IdGuard feeGuard(Things things) {
        return IdGuard.of(
                "fee",
                (id, path) -> id.matches("\\d{1,6}")
                        && things.find(Loan.class, String.valueOf(path.get("loan")))
                                .flatMap(found -> found.state().charge(Integer.parseInt(id)))
                                .isPresent());
    }

    @Bean
    IdGuard changeGuard(Things things) {
        return IdGuard.of(
                "change",
                (id, path) -> things.find(Loan.class, String.valueOf(path.get("loan")))
                        .flatMap(found -> found.state().proposal(id))
                        .isPresent());
    }

    @Bean
    ProblemCodes loanProblems() {
        return () -> List.of(
                code("loan-unknown", "No such loan", "Look at the loans."),
                code("not-paid-in-part", "What is paid is another amount", "Look at the orders of its payout."),
                code("loan-not-active", "The loan takes no money now", "Look at the state of the loan."),
                code("already-reversed", "It is taken back already", "Nothing is left to do."),
                code("transaction-not-reversible", "This cannot be taken back", "Look at the loan's transactions."),
                code("money-moved", "Money has moved", "Prove the payout dead first."),
                code("payoff-quote-unknown", "No such payoff quote", "Ask for one first."),
                code("payoff-quote-expired", "The payoff quote has expired", "Ask for a new one."),
                code("payoff-quote-outdated", "The loan has changed since", "Ask for a new one."),
                code(
                        "payoff-amount-differs",
                        "Another amount was quoted",
                        "Pay what was quoted, or without the quote."),
                code("entry-unknown", "Nobody entered this", "Keep the money in suspense."),
                code("bank-has-told", "The bank has told of it", "Nothing is left to do."),
                code("promise-open", "A promise is open", "Wait until it is kept or broken."),
                code("contact-not-allowed", "The borrower may not be contacted now", "Wait."),
                code("change-unknown", "No such change", "Propose it first."),
                code("charge-unknown", "No such charge", "Look at its fees."),
                code("more-than-there-is", "There is not so much", "Ask for less."),
                code("done-already", "It is done already", "Nothing is left to do."),
                code("on-hold", "The loan is on hold", "Have it lifted first."),
                code("shares-off", "Shares do not add up", "Mend the shares."),
                code("not-theirs", "They do not own so much", "Sell less."),
                code("still-ours", "A part of it stays ours", "Sell all, or go on servicing it."),
                code("not-what-is-owed", "Another amount is owed", "Pay what is owed."),
                code("cooling-off-over", "The right to withdraw has ended", "Ask for a payoff quote instead."),
                code("no-account", "There is no account to debit", "Name an account at accounts first."),
                code(Servicing.GUARANTEE_HELD, "The guarantor's money is held", "Take it from suspense."),
                code("guarantee-came", "The guarantor's money came", "Void it at guarantee-voids."),
                code("guarantor-unknown", "Nobody guarantees it by this name", "Name them at guarantors first."),
                code("claim-unknown", "No such claim", "Look at the loan's owners."),
                code(
                        "no-account-to-pay",
                        "No account of the borrower is known",
                        "Name an account at accounts first, or pay by an order outside."),
                code("change-not-possible", "The loan cannot become so", "Ask for what its terms allow."),
                code("value-date-in-the-future", "The money is not there yet", "Enter it when it has come."),
                code(
                        "value-date-in-closed-period",
                        "One person may not enter money of closed days",
                        "Propose it at repayment-proposals."),
                code("position-differs", "The position is another", "Mend the row."),
                code("payee-not-open", "The payee stays", "Wait for the bank's proof."),
                code("authority-exceeded", "More than one person may decide", "Ask somebody with the authority."));
    }

    private static ProblemCode code(String code, String title, String remedy) {
        return new ProblemCode(code, 409, title, remedy);
    }
}
