package tallystick.bank.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.Confidential;
import tallystick.bank.spi.FetchRequest;
import tallystick.bank.spi.FetchResult;
import tallystick.bank.spi.Instruction;
import tallystick.bank.testkit.Treatment;
import tools.jackson.databind.JsonNode;

/** What the contract does not ask: statements, probes, settings, and the description for the bank's side. */
class RestAdapterTest {
    private static final CallContext CONTEXT = new CallContext(1, Duration.ofSeconds(5));
    private static final FetchRequest DAY =
            new FetchRequest(FetchRequest.Kind.STATEMENT, LocalDate.parse("2026-01-05"));

    @Test
    void statementsAreFetched() {
        try (var bank = new RestBank()) {
            assertThat(bank.adapter().fetch(DAY, CONTEXT))
                    .isInstanceOfSatisfying(FetchResult.Statement.class, statement -> {
                        assertThat(statement.id()).isEqualTo("S-1");
                        assertThat(statement.lines()).singleElement().satisfies(line -> {
                            assertThat(line.instruction()).isEqualTo("instr-1");
                            assertThat(line.amount()).isEqualTo(Amount.of("CNY", "12000.00"));
                        });
                    });
            bank.treatsNext(Treatment.FAULT);
            assertThat(bank.adapter().fetch(DAY, CONTEXT)).isInstanceOf(FetchResult.FetchFailed.class);
            bank.treatsNext(Treatment.GARBAGE);
            assertThat(bank.adapter().fetch(DAY, CONTEXT)).isInstanceOf(FetchResult.FetchFailed.class);
        }
    }

    @Test
    void aProbeSaysWhetherTheBankIsThere() {
        try (var bank = new RestBank()) {
            assertThat(bank.adapter().probe(CONTEXT).reachable()).isTrue();
            bank.treatsNext(Treatment.FAULT);
            assertThat(bank.adapter().probe(CONTEXT).reachable()).isFalse();
        }
    }

    @Test
    void moneyDoesNotTravelInTheOpen() {
        try (var bank = new RestBank()) {
            for (var url : new String[] {"http://bank.example", "ftp://bank.example"}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new RestFactory().create(Map.of("url", url), bank))
                        .withMessageStartingWith("url: expected https");
            }
        }
    }

    private static JsonNode description() throws IOException {
        try (var file = RestAdapter.class.getResourceAsStream("bank-side.openapi.json")) {
            return Wire.read(Objects.requireNonNull(file).readAllBytes());
        }
    }

    /** What a bank's engineer copies from the description is what we understand, and what we send. */
    @Test
    void theDescriptionsExamplesAreTrue() throws IOException {
        var description = description();
        var examples = description.at("/components/examples");
        var kinds = new TreeSet<String>();
        examples.propertyStream()
                .filter(example -> example.getKey().startsWith("message-"))
                .forEach(example -> kinds.add(
                        Wire.fact(example.getValue().path("value")).getClass().getSimpleName()));
        assertThat(kinds).containsExactly("Accepted", "Confirmed", "Rejected", "RepaymentReceived", "Returned");
        var order = new Instruction.PayOut(
                "instr-2", "loan-1", Amount.of("CNY", "12000.00"), new Confidential("6222020200112233446"), "a loan");
        assertThat(Wire.read(Wire.order(order))).isEqualTo(examples.at("/order-payout/value"));
        assertThat(Wire.lines(examples.at("/statement/value"))).hasSize(2);
        var paths = new ArrayList<String>();
        description.path("paths").propertyStream().forEach(path -> paths.add(path.getKey()));
        assertThat(paths)
                .containsExactlyInAnyOrder("/instructions", "/instructions/{id}", "/statements/{day}", "/health");
        assertThat(description.path("webhooks").has("message")).isTrue();
    }

    @Test
    void anAmountIsTextAndADayIsADay() {
        for (var wrong : new String[] {
            "{\"type\":\"payout.confirmed\",\"instruction\":\"i\",\"amount\":{\"amount\":1.5,\"currency\":\"CNY\"},\"valueDate\":\"2026-01-05\"}",
            "{\"type\":\"payout.confirmed\",\"instruction\":\"i\",\"amount\":{\"amount\":\"1.50\",\"currency\":\"CNY\"},\"valueDate\":\"+999999999-01-05\"}",
            "{\"type\":\"payout.confirmed\",\"instruction\":\"i\",\"amount\":{\"amount\":\"-1.50\",\"currency\":\"CNY\"},\"valueDate\":\"2026-01-05\"}",
            "{\"type\":\"payout.exploded\",\"instruction\":\"i\"}",
            "[]"
        }) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> Wire.fact(Wire.read(wrong.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        }
        assertThat(new BankFact.Unreadable("x").why()).isEqualTo("x");
    }
}
