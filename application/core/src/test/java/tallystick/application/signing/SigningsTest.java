package tallystick.application.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tallystick.application.DecidedBy;
import tallystick.application.api.ApplicationCommand.TakeSignature;
import tallystick.application.api.ApplicationCommand.TakeSignatureDecline;
import tallystick.application.lifecycle.Contract;
import tallystick.application.signing.SigningService.Request;
import tallystick.application.signing.SimulatedSigner.Fault;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.PartyId;
import tallystick.kernel.Sha256;

/** What the simulated signer sends, and what is taken of it, fault by fault. */
class SigningsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    private static final ApplicationId APP = new ApplicationId("app-1");
    private static final PartyId ANN = new PartyId("party-1");
    private static final String DOCUMENT = Sha256.hex("contract");
    private static final WebhookSignature KEY = WebhookSignature.of("whsec_MDEyMzQ1Njc4OWFiY2RlZg==");

    private final List<Integer> statuses = new ArrayList<>();
    private final DecidedBy commands = new DecidedBy(command -> command);

    private final Map<String, SigningService> services = new HashMap<>();

    private void ask(Fault fault) {
        var signer = new SimulatedSigner(
                KEY,
                fault,
                (headers, body) -> statuses.add(signings().receive("simulated", headers::get, body)),
                () -> NOW);
        services.put(signer.name(), signer);
        signer.ask(new Request(APP, DOCUMENT, ANN));
    }

    private Signings signings() {
        return new Signings(services, commands, () -> NOW);
    }

    private static TakeSignature signed(String document) {
        return new TakeSignature(APP, document, ANN, "simulated", Contract.loan(APP), NOW);
    }

    @Test
    void aSignatureIsTaken() {
        ask(Fault.NONE);
        assertThat(statuses).containsExactly(204);
        assertThat(commands.sent()).containsExactly(signed(DOCUMENT));
    }

    @Test
    void anotherDocumentIsHandedOnToBeRefused() {
        ask(Fault.WRONG_DOCUMENT);
        assertThat(commands.sent()).containsExactly(signed(Sha256.hex(DOCUMENT)));
    }

    @Test
    void aDeclineIsToldByItsWord() {
        ask(Fault.DECLINE);
        assertThat(commands.sent())
                .containsExactly(new TakeSignatureDecline(APP, ANN, "simulated", "CHANGED_MIND", NOW));
    }

    @Test
    void whatProvesNothingIsNotTaken() {
        ask(Fault.FORGED);
        ask(Fault.STALE);
        assertThat(statuses).containsExactly(401, 401);
        assertThat(commands.sent()).isEmpty();
    }

    @Test
    void aRepeatIsAnsweredAlike() {
        ask(Fault.DUPLICATE);
        assertThat(statuses).containsExactly(204, 204);
    }

    @Test
    void silenceIsNothing() {
        ask(Fault.SILENT);
        assertThat(statuses).isEmpty();
    }

    @Test
    void nobodyKnowsTheOther() {
        ask(Fault.SILENT);
        assertThat(signings().receive("other", _ -> null, new byte[0])).isEqualTo(404);
    }

    @Test
    void whatNobodyCanReadIsAnsweredAndDropped() {
        ask(Fault.SILENT);
        var body = "{\"type\":\"x\"".getBytes(StandardCharsets.UTF_8);
        var headers = Map.of(
                "webhook-id", "1",
                "webhook-timestamp", Long.toString(NOW.getEpochSecond()),
                "webhook-signature", KEY.sign("1", NOW, body));
        assertThat(signings().receive("simulated", headers::get, body)).isEqualTo(204);
        assertThat(commands.sent()).isEmpty();
    }

    @Test
    void keysOverlapInBothDirectionsWhileTheyChange() {
        var old = "whsec_MDEyMzQ1Njc4OWFiY2RlZg==";
        var both = "whsec_ZmVkY2JhOTg3NjU0MzIxMA==, " + old;
        assertThat(isGood(both, old)).as("they change first").isTrue();
        assertThat(isGood(old, both)).as("we change first").isTrue();
        assertThat(isGood("whsec_ZmVkY2JhOTg3NjU0MzIxMA==", old)).isFalse();
    }

    private static boolean isGood(String signer, String reader) {
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        var headers = Map.of(
                "webhook-id", "1",
                "webhook-timestamp", Long.toString(NOW.getEpochSecond()),
                "webhook-signature", WebhookSignature.of(signer).sign("1", NOW, body));
        return WebhookSignature.of(reader).isGood(headers::get, body, NOW);
    }

    @Test
    void aSecretHasAForm() {
        assertThatThrownBy(() -> WebhookSignature.of("secret")).hasMessageContaining("Expected a secret of whsec_");
    }
}
