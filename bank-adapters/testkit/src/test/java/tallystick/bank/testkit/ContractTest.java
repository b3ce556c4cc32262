package tallystick.bank.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An honest adapter passes; each lie is caught by the sentence that is about it. */
class ContractTest {
    @Test
    void anHonestAdapterKeepsEverySentence() {
        var report = AdapterContract.report("honest", () -> new LittleBank(null));
        assertThat(report.broken()).as("%s", report).isEmpty();
        assertThat(report.toString()).startsWith("The adapter contract, honest: 36 of 36 sentences hold.");
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEOUT_IS_FAILURE, when nobody answers after the money moved it is unknown",
        "TIMEOUT_IS_NOT_SENT, when nobody answers and nothing arrived it is unknown",
        "FAULT_IS_NOT_SENT, when the bank has a fault it is unknown",
        "NOISE_IS_ACCEPTED, when the answer is noise it is unknown",
        "UNKNOWN_WORD_IS_A_NO, when the answer is a word nobody knows it is unknown",
        "NO_IS_NOT_SENT, a no of the bank is never 'not sent'",
        "HOLDS_AND_FORGETS, 'what is held is known, also before the bank has said a word'",
        "NEW_KEY_EACH_TIME, the same order twice is done once",
        "FAULT_IS_NOT_FOUND, when the bank has a fault the query has failed",
        "ASKING_ORDERS, asking does nothing",
        "TAKES_ANY_SIGNATURE, what somebody else signed is not the bank's",
        "TAKES_UNSIGNED, what has no signature proves nothing",
        "TAKES_OLD, what was signed six minutes ago is not taken",
        "SIGNATURE_WITHOUT_BODY, what was changed on the way is not the bank's",
        "THROWS_AT_NOISE, noise is turned away and never thrown",
        "ONE_MESSAGE_ID, two messages have two ids",
        "LOSES_DECIMALS, amounts keep their value and their decimals",
        "NEVER_THE_SAME, a right message is verified and says the same twice",
        "SWALLOWS_INTERRUPTS, 'a call that is interrupted ends, and is unknown'",
        "TELLS_ITS_KEY, no answer says a key or an account",
        "DECLARES_TOO_MUCH, every operation it declares is taken",
        "HOURS_OF_NOTHING, hours are those of operations it takes",
        "NOBODY_WOULD_KNOW, 'without a query there is a callback, a file or a person'"
    })
    void aLieIsCaughtByItsSentence(Lie lie, String sentence) {
        var report = AdapterContract.report(lie.name(), () -> new LittleBank(lie));
        assertThat(report.broken()).as("%s", report).contains(sentence);
        assertThat(report.toString()).contains("BROKEN");
    }
}
