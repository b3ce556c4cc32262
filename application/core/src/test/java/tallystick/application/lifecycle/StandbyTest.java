package tallystick.application.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static tallystick.application.Together.APP;
import static tallystick.application.Together.LEAD;
import static tallystick.application.Together.LOAN;
import static tallystick.application.Together.NOW;
import static tallystick.application.Together.SEALED;
import static tallystick.application.Together.STANDBY;

import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.application.Together;
import tallystick.application.api.ApplicationCommand.AskCancellation;
import tallystick.application.api.ApplicationCommand.LetStandIn;
import tallystick.application.api.ApplicationCommand.TakePayoutFailed;
import tallystick.application.api.ApplicationCommand.TakeStandbyDecline;
import tallystick.application.api.ApplicationCommand.TakeStandbySilence;
import tallystick.application.api.ApplicationEvent.*;

/** Who stands by is asked once, for the share of one, and takes its place or does not. */
class StandbyTest {
    private final Together application = Together.stoodBy();

    private static TakePayoutFailed failed(int leg) {
        return new TakePayoutFailed(APP, LOAN, "closed", NOW, leg);
    }

    private static TakeStandbyDecline declined() {
        return new TakeStandbyDecline(APP, LOAN, 2, "full", NOW);
    }

    private void payeeApproved() {
        application.given(new PayeeApproved(APP, LOAN, SEALED, "olga", "paul", NOW));
    }

    @Test
    void itIsCalledForTheShareOfAPartnerOnce() {
        assertThat(application.when(failed(2)))
                .containsExactly(new StandbyCalled(APP, LOAN, 1, 2, STANDBY, "closed", NOW));
        assertThat(application.when(failed(2))).as("a repeat").isEmpty();
        assertThat(application.now().state()).isEqualTo(State.PAYING_OUT);
    }

    @Test
    void withWhomTheMoneyArrivesNobodyReplaces() {
        assertThat(application.when(failed(1))).hasExactlyElementsOfTypes(PayoutFailed.class);
    }

    @Test
    void whoStopsGetsNobodyElse() {
        application.when(new AskCancellation(APP, "no car", "olga", NOW));
        assertThat(application.when(failed(2))).hasExactlyElementsOfTypes(PayoutFailed.class);
    }

    @Test
    void itTakesTheShareAndTheOthersKeepTheirs() {
        assertThat(application.when(new LetStandIn(APP, LOAN, 2, NOW)))
                .as("not called")
                .isEmpty();
        application.when(failed(2));
        assertThat(application.when(new LetStandIn(APP, LOAN, 2, NOW)))
                .containsExactly(new StandbyStoodIn(APP, LOAN, 1, 2, List.of(LEAD, STANDBY), NOW));
        assertThat(application.when(new LetStandIn(APP, LOAN, 2, NOW)))
                .as("a repeat")
                .isEmpty();
        assertThat(application.when(failed(2)))
                .as("it does not pay either")
                .hasExactlyElementsOfTypes(PayoutFailed.class);
    }

    @Test
    void itsNoIsTheEndOfThePayout() {
        application.when(failed(2));
        assertThat(application.when(declined())).hasExactlyElementsOfTypes(StandbyDeclined.class, PayoutFailed.class);
        assertThat(application.when(declined())).as("a repeat").isEmpty();
        payeeApproved();
        assertThat(application.when(failed(2))).as("it is asked once").hasExactlyElementsOfTypes(PayoutFailed.class);
    }

    /** The lead had not paid either; its payee was corrected, and with it the share was ordered again. */
    @Test
    void itsNoFailsNoPayoutThatRunsAgain() {
        application.when(failed(2));
        application.when(failed(1));
        payeeApproved();
        assertThat(application.when(declined())).hasExactlyElementsOfTypes(StandbyDeclined.class);
        assertThat(application.now().state()).isEqualTo(State.PAYING_OUT);
    }

    /** Silence is no answer: nobody goes on before it has said what it made of being told to stop. */
    @Test
    void itsSilenceDecidesNothing() {
        assertThat(application.when(new TakeStandbySilence(APP, 1, NOW)))
                .as("not called")
                .isEmpty();
        application.when(failed(2));
        assertThat(application.when(new TakeStandbySilence(APP, 1, NOW)))
                .containsExactly(new StandbyUnknown(APP, LOAN, 1, 2, NOW));
        assertThat(application.when(new TakeStandbySilence(APP, 1, NOW)))
                .as("a repeat")
                .isEmpty();
        assertThat(application.now().state()).isEqualTo(State.PAYING_OUT);
        assertThat(application.when(declined())).hasExactlyElementsOfTypes(StandbyDeclined.class, PayoutFailed.class);
        assertThat(application.when(new TakeStandbySilence(APP, 1, NOW)))
                .as("answered")
                .isEmpty();
    }
}
