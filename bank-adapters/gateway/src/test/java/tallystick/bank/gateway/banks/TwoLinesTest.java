package tallystick.bank.gateway.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.Capabilities;
import tallystick.bank.spi.Confidential;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Operation;
import tallystick.bank.spi.RawInbound;
import tallystick.bank.spi.StatusAnswer;
import tallystick.bank.spi.StatusQuery;
import tallystick.bank.spi.SubmitAnswer;

/** A bank that decides over one line and moves money over another. */
class TwoLinesTest {
    private static final CallContext CALL = new CallContext(1, Duration.ofSeconds(1));
    private static final Amount AMOUNT = Amount.of("CNY", "1.00");

    /** Says who it is. */
    private record Saying(String name, Capabilities capabilities) implements BankAdapter {
        @Override
        public SubmitAnswer submit(Instruction instruction, CallContext context) {
            return new SubmitAnswer.Unknown(name);
        }

        @Override
        public StatusAnswer query(StatusQuery query, CallContext context) {
            return new StatusAnswer.QueryFailed(name);
        }

        @Override
        public InboundResult receive(RawInbound message) {
            return new InboundResult.Rejected(name, 401);
        }

        @Override
        public void close() {}
    }

    private static Saying line(String name, Set<Operation> operations, String channel, int days, boolean query) {
        return new Saying(
                name,
                new Capabilities(
                        operations,
                        Set.of(channel),
                        new Capabilities.Idempotency(Duration.ofDays(days)),
                        new Capabilities.Inquiry(query, Duration.ofMinutes(days)),
                        Map.of(),
                        false));
    }

    private final Saying first =
            line("first", Set.of(Operation.REQUEST_CREDIT, Operation.PAY_OUT, Operation.CANCEL), "webhook", 30, true);
    private final Saying money = line("money", Set.of(Operation.PAY_OUT, Operation.COLLECT), "file", 10, true);

    @Test
    void moneyGoesOverTheSecondLineAndAllElseOverTheFirst() {
        var both = TwoLines.of(first, money);
        var payOut = new Instruction.PayOut("instr-1", "loan-1", AMOUNT, new Confidential("1"), "x");
        assertThat(both.submit(payOut, CALL)).isEqualTo(new SubmitAnswer.Unknown("money"));
        assertThat(both.submit(new Instruction.Cancel("instr-2", "instr-1", AMOUNT), CALL))
                .isEqualTo(new SubmitAnswer.Unknown("first"));
        assertThat(both.query(new StatusQuery("instr-1", Operation.COLLECT, null, Instant.EPOCH), CALL))
                .isEqualTo(new StatusAnswer.QueryFailed("money"));
        var message = new RawInbound("webhook", Map.of(), new byte[0], Instant.EPOCH);
        assertThat(both.receive(message)).isEqualTo(new InboundResult.Rejected("first", 401));
    }

    @Test
    void togetherTheyPromiseNoMoreThanEither() {
        var able = TwoLines.of(first, line("money", Set.of(Operation.COLLECT), "file", 10, false))
                .capabilities();
        assertThat(able.idempotency().lifetime()).isEqualTo(Duration.ofDays(10));
        assertThat(able.inquiry()).isEqualTo(new Capabilities.Inquiry(false, Duration.ofMinutes(30)));
        assertThat(able.channels()).containsExactlyInAnyOrder("webhook", "file");
        assertThat(able.operations()).contains(Operation.REQUEST_CREDIT, Operation.COLLECT);
    }

    @Test
    void linesThatCannotBeToldApartAreRefused() {
        assertThatThrownBy(() -> TwoLines.of(first, line("money", Set.of(Operation.COLLECT), "webhook", 1, true)))
                .hasMessage(
                        "adapter: expected a line with other channels and the same meaning of silence; found another.");
    }
}
