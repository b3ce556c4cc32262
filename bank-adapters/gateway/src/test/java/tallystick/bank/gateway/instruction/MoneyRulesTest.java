package tallystick.bank.gateway.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.bank.gateway.instruction.Given.*;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.bank.api.BankCommand.BankTerms;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankCommand.RecordConfirmed;
import tallystick.bank.api.BankCommand.RecordReturned;
import tallystick.bank.api.BankEvent;
import tallystick.bank.api.BankEvent.BreakOpened;
import tallystick.bank.api.BankEvent.DoubtHandedOver;
import tallystick.bank.api.BankEvent.InstructionAccepted;
import tallystick.bank.api.BankEvent.InstructionCommitted;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionNotSent;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.InstructionReturned;
import tallystick.bank.api.BankEvent.InstructionUnknown;
import tallystick.bank.api.BankEvent.SilenceEscalated;
import tallystick.bank.api.BankEvent.SubmissionStarted;
import tallystick.bank.api.Order;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Rate;
import tallystick.runtime.store.Claim;

/** The rules about orders to banks that are never broken; each test names its rule by number. */
class MoneyRulesTest {
    private static void only(List<BankEvent> events, Class<? extends BankEvent> type) {
        assertThat(events).singleElement().isInstanceOf(type);
    }

    private static void opens(List<BankEvent> events, String kind) {
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        BreakOpened.class, open -> assertThat(open.kind()).isEqualTo(kind));
    }

    @Test
    void rule1SilenceIsUnknownAndNotFailure() {
        only(sent().when(unknown(1)), InstructionUnknown.class);
        assertThat(sent().and(unknown(1)).state().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void rule2NotSentNeedsTheProofOfItsOwnAttempt() {
        only(sent().when(notSent(1)), InstructionNotSent.class);
        assertThat(sent().and(notSent(1)).and(start(2)).when(notSent(1))).isEmpty();
    }

    @Test
    void rule3TheAttemptIsRecordedBeforeTheFirstByteAndOnlyOneWins() {
        var instruction = committed(PAY_OUT);
        only(instruction.when(start(1)), SubmissionStarted.class);
        assertThatThrownBy(() -> instruction.when(start(1)))
                .hasMessage("Expected instruction instr-1 to be unsent before attempt 1; it is SENT after 1."
                        + " Sending it twice could pay twice.");
    }

    @Test
    void rule3AnAttemptWithoutAnOutcomeIsUnknown() {
        only(sent().when(unknown(1)), InstructionUnknown.class);
    }

    @Test
    void rule4FromUnknownNothingIsSent() {
        var doubtful = sent().and(unknown(1));
        assertThatThrownBy(() -> doubtful.when(start(2)))
                .hasMessage("Expected instruction instr-1 to be unsent before attempt 2; it is UNKNOWN after 1."
                        + " Sending it twice could pay twice.");
    }

    @Test
    void rule4AfterATrustedNotFoundItIsSentAgain() {
        var again = sent().and(unknown(1)).and(notSent(1));
        only(again.when(start(2)), SubmissionStarted.class);
        assertThat(again.state().attempts()).isEqualTo(2);
    }

    @Test
    void rule4AcceptedIsNotConfirmed() {
        assertThat(sent().and(accepted()).state().state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void rule5WhatWasAcceptedIsNotForgottenByANotFound() {
        var instruction = sent().and(accepted());
        opens(instruction.when(notSent(1)), "accepted-then-not-found");
        assertThat(instruction.state().state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void rule6TheSameOrderAgainDoesNothing() {
        only(nothing().when(instruct(PAY_OUT)), InstructionCommitted.class);
        assertThat(committed(PAY_OUT).when(instruct(PAY_OUT))).isEmpty();
    }

    @Test
    void rule6TheSameOrderSealedAnewIsTheSame() {
        var order = (Order.PayOut) PAY_OUT;
        var sealedAnew = new Order.PayOut(order.application(), order.loan(), 1, ORDERED, sealed("b"), "a loan");
        assertThat(committed(PAY_OUT).when(instruct(sealedAnew))).isEmpty();
    }

    @Test
    void rule6AnotherOrderUnderTheSameIdIsRefused() {
        var words = "Instruction instr-1 is a PayOut of CNY 12000.00 to sandbox for ever; found another order."
                + " Give it an id of its own.";
        assertThatThrownBy(() -> committed(PAY_OUT).when(instruct(COLLECT))).hasMessage(words);
        var elsewhere = new Instruct(ID, new BankId("other"), PAY_OUT, AT);
        assertThatThrownBy(() -> committed(PAY_OUT).when(elsewhere)).hasMessage(words);
    }

    @Test
    void rule6TheSameMoneyIsClaimedUntilItIsProvenDead() {
        var instructions = new Instructions();
        var taken = Claim.take("bank-order", "payout/loan-1/1", "instr-1");
        var given = Claim.give("bank-order", "payout/loan-1/1", "instr-1");
        assertThat(instructions.claims(new InstructionCommitted(ID, BANK, PAY_OUT, AT)))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(taken);
        assertThat(sent().when(rejected()))
                .flatExtracting(instructions::claims)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(given);
        assertThat(sent().when(unknown(1))).flatExtracting(instructions::claims).isEmpty();
        assertThat(sent().when(confirmed(ORDERED)))
                .flatExtracting(instructions::claims)
                .isEmpty();
    }

    @Test
    void rule6WhatWasNeverOrderedIsRefused() {
        assertThatThrownBy(() -> nothing().when(accepted()))
                .hasMessage("Expected instruction instr-1 to have been ordered; found none.");
    }

    @Test
    void rule9ALowerRankThatArrivesLateDoesNothing() {
        assertThat(sent().and(confirmed(ORDERED)).when(accepted())).isEmpty();
        assertThat(sent().and(confirmed(ORDERED)).when(unknown(1))).isEmpty();
    }

    @Test
    void rule9ContradictoryFinalsOpenABreakAndTheFirstStands() {
        var paid = sent().and(confirmed(ORDERED));
        opens(paid.when(rejected()), "contradictory-final");
        assertThat(paid.state().state()).isEqualTo(State.CONFIRMED);
        var refused = sent().and(rejected());
        opens(refused.when(confirmed(ORDERED)), "contradictory-final");
        assertThat(refused.state().state()).isEqualTo(State.REJECTED);
    }

    @Test
    void rule9TheSameContradictionOpensOneBreak() {
        var paid = sent().and(confirmed(ORDERED)).and(rejected());
        assertThat(paid.when(rejected())).isEmpty();
    }

    @Test
    void rule9AReturnThatOvertakesItsConfirmationStands() {
        var instruction = sent();
        assertThat(instruction.when(returned(ORDERED)))
                .as("whoever follows hears of both")
                .hasExactlyElementsOfTypes(InstructionConfirmed.class, InstructionReturned.class);
        assertThat(instruction.when(confirmed(ORDERED, 2L))).isEmpty();
        opens(instruction.when(confirmed(ORDERED, 9L)), "contradictory-final");
    }

    @Test
    void rule9OfAGuarantorsMoneyThatCameAndWentNobodyHearsThatItCame() {
        var guaranteed = new Order.GuaranteePayment(new LoanId("loan-1"), "claim-1", ORDERED, List.of(1), null);
        only(sent(guaranteed).when(returned(ORDERED)), InstructionReturned.class);
    }

    @Test
    void whatIsBoughtBackTwiceOnOneDayIsPaidForTwice() {
        assertThat(Orders.money(BANK, boughtBack("change-1"))).isNotEqualTo(Orders.money(BANK, boughtBack("change-2")));
        assertThat(Orders.money(BANK, boughtBack(null)))
                .as("as it was stored once")
                .hasValue("buy-back/loan-1/sandbox/2026-01-02");
    }

    private static Order boughtBack(@Nullable String change) {
        return new Order.BuyBack(new LoanId("loan-1"), ORDERED, DAY, change);
    }

    @Test
    void rule9RepeatsDoNothing() {
        assertThat(sent().and(accepted()).when(accepted())).isEmpty();
        assertThat(sent().and(confirmed(ORDERED)).when(confirmed(ORDERED))).isEmpty();
        assertThat(sent().and(rejected()).when(rejected())).isEmpty();
        assertThat(sent().and(confirmed(ORDERED)).and(returned(ORDERED)).when(returned(ORDERED)))
                .isEmpty();
    }

    @Test
    void rule10AFinalIsUndoneByALaterFact() {
        var paid = sent().and(confirmed(ORDERED));
        only(paid.when(returned(ORDERED)), InstructionReturned.class);
        assertThat(paid.state().state()).isEqualTo(State.RETURNED);
    }

    @Test
    void rule10MoreThanWasPaidCannotComeBack() {
        opens(sent().and(confirmed(ORDERED)).when(returned(cny("12000.01"))), "returned-amount");
    }

    @Test
    void rule10APartThatCameBackIsAPersonsAndUndoesNothing() {
        for (var instruction : List.of(sent(), sent().and(accepted()), sent().and(confirmed(ORDERED)))) {
            var before = instruction.state().state();
            opens(instruction.when(returned(cny("0.01"))), "returned-amount");
            assertThat(instruction.state().state()).isEqualTo(before);
            assertThat(instruction.when(returned(cny("0.01")))).as("told again").isEmpty();
        }
        var debit = sent(COLLECT).and(confirmed(cny("6000.00")));
        only(debit.when(returned(cny("6000.00"))), InstructionReturned.class);
    }

    @Test
    void rule11AnotherAmountOfAPayoutIsNotConfirmed() {
        for (var amount : List.of(cny("12000.01"), cny("11999.99"))) {
            var instruction = sent();
            opens(instruction.when(confirmed(amount)), "amount");
            assertThat(instruction.state().state()).isEqualTo(State.SENT);
            only(instruction.when(confirmed(ORDERED)), InstructionConfirmed.class);
        }
    }

    @Test
    void rule11AnotherCurrencyIsNotConfirmed() {
        opens(sent().when(confirmed(tallystick.kernel.Money.of("EUR", "12000.00"))), "currency");
    }

    @Test
    void rule11AnotherPayeeIsNotConfirmed() {
        opens(sent().when(confirmedForAnotherPayee()), "payee");
    }

    @Test
    void rule11APartialCollectionIsLegalAndMoreIsNot() {
        only(sent(COLLECT).when(confirmed(cny("6000.00"))), InstructionConfirmed.class);
        opens(sent(COLLECT).when(confirmed(cny("12000.01"))), "amount");
    }

    @Test
    void rule11ACreditIsForWhatItsTermsSay() {
        var terms = new BankTerms(cny("10800.00"), Rate.of("0.13"), 3);
        only(sent(CREDIT).when(confirmedOn(terms, cny("10800.00"))), InstructionConfirmed.class);
        opens(sent(CREDIT).when(confirmed(cny("10800.00"))), "amount");
    }

    @Test
    void rule11ACreditIsNeverForMoreThanWasAskedAndReserved() {
        var terms = new BankTerms(cny("12000.01"), Rate.of("0.12"), 3);
        opens(sent(CREDIT).when(confirmedOn(terms, cny("12000.01"))), "amount");
    }

    @Test
    void rule11WhatIsDoneHasADayThatHasCome() {
        var ahead = new RecordConfirmed(ID, "SB-1", 2L, ORDERED, true, DAY.plusDays(2), null, AT);
        var instruction = sent();
        opens(instruction.when(ahead), "value-date-ahead");
        assertThat(instruction.state().state()).isEqualTo(State.SENT);
        var there =
                new RecordConfirmed(ID, "SB-1", 2L, ORDERED, true, DAY.plusDays(2), null, AT.plus(Duration.ofDays(1)));
        only(instruction.when(there), InstructionConfirmed.class);
        var back = new RecordReturned(ID, "SB-1", 4L, ORDERED, "ACCOUNT_CLOSED", DAY.plusDays(9), AT);
        opens(instruction.when(back), "value-date-ahead");
    }

    @Test
    void rule11ASecondConfirmationOfAnotherAmountOpensABreak() {
        opens(sent(COLLECT).and(confirmed(cny("6000.00"))).when(confirmed(cny("7000.00"))), "confirmed-differently");
    }

    @Test
    void rule13SilenceIsAskedAboutEverMoreSeldom() {
        var instruction = sent().and(unknown(1));
        var waits = List.of(Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(1));
        for (var i = 0; i < waits.size(); i++) {
            assertThat(instruction.when(silence(i + 1, AT)))
                    .containsExactly(new SilenceEscalated(ID, i + 1, AT.plus(waits.get(i)), AT));
        }
        assertThat(instruction.when(silence(4, AT))).as("a repeat").isEmpty();
    }

    @Test
    void rule13AfterADayAPersonIsCalledOnce() {
        var instruction = sent().and(accepted());
        var aDayLater = AT.plus(Duration.ofHours(24));
        assertThat(instruction.when(silence(1, aDayLater)))
                .hasSize(2)
                .contains(new DoubtHandedOver(ID, BANK, "operations", aDayLater));
        only(instruction.when(silence(2, aDayLater.plusSeconds(1))), SilenceEscalated.class);
    }

    @Test
    void rule13WhatCannotBeSentForADayIsHandedOverToo() {
        var instruction = sent().and(notSent(1));
        var aDayLater = AT.plus(Duration.ofHours(25));
        assertThat(instruction.when(new tallystick.bank.api.BankCommand.StartSubmission(ID, 2, aDayLater)))
                .hasSize(2)
                .contains(new DoubtHandedOver(ID, BANK, "operations", aDayLater));
    }

    @Test
    void whatTheBankSaysOfTheUnsentStopsTheSending() {
        for (var word : List.of(accepted(), confirmed(ORDERED), rejected(), returned(ORDERED))) {
            for (var instruction : List.of(committed(PAY_OUT), sent().and(notSent(1)))) {
                assertThat(instruction.when(word))
                        .hasExactlyElementsOfTypes(BreakOpened.class, InstructionUnknown.class);
                assertThatThrownBy(
                                () -> instruction.when(start(instruction.state().attempts() + 1)))
                        .hasMessageContaining("it is UNKNOWN");
            }
        }
    }

    @Test
    void acceptedAgainAfterDoubtIsAccepted() {
        only(sent().and(unknown(1)).when(accepted()), InstructionAccepted.class);
        only(sent().when(rejected()), InstructionRejected.class);
    }

    @Test
    void ordersOfOtherMoneyHaveOtherClaims() {
        var other = new Order.Collect(new LoanId("loan-2"), ORDERED, DAY, sealed("a"));
        assertThat(Orders.money(BANK, other)).contains("collect/loan-2/2026-01-02");
        assertThat(Orders.money(BANK, CREDIT)).isEmpty();
    }
}
