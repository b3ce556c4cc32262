package tallystick.bank.gateway.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
import tallystick.kernel.BankId;

/** What the gateway makes of an adapter that misbehaves. */
class BankTest {
    private static final Instant NOW = Instant.parse("2026-01-02T01:02:03Z");
    private static final Instruction PAY_OUT =
            new Instruction.PayOut("instr-1", "loan-1", Amount.of("CNY", "1.00"), new Confidential("1"), "a loan");
    private static final Instruction COLLECT = new Instruction.Cancel("instr-2", "instr-1", Amount.of("CNY", "1.00"));

    private static Bank bank(Supplier<RuntimeException> failure) {
        return bank(failure, Map.of());
    }

    private static Bank bank(Supplier<RuntimeException> failure, Map<String, String> house) {
        var settings = new BankSettings(new BankId("other"), "other", "other", house, Map.of());
        return new Bank(settings, new Failing(failure), () -> NOW);
    }

    @Test
    void rule1WhateverAnAdapterThrowsIsUnknown() {
        var answer = bank(() -> new IllegalStateException("secret 6222020200112233446"))
                .submit(PAY_OUT, 1);
        assertThat(answer).isEqualTo(new SubmitAnswer.Unknown("The adapter failed: IllegalStateException"));
    }

    @Test
    void rule1AnErrorIsUnknownToo() {
        var answer = bank(() -> {
                    throw new StackOverflowError();
                })
                .submit(PAY_OUT, 1);
        assertThat(answer).isEqualTo(new SubmitAnswer.Unknown("The adapter failed: StackOverflowError"));
    }

    @Test
    void aFailedQueryProvesNothing() {
        var query = new StatusQuery("instr-1", Operation.PAY_OUT, null, NOW);
        assertThat(bank(IllegalStateException::new).query(query)).isInstanceOf(StatusAnswer.QueryFailed.class);
    }

    @Test
    void whatTheBankDoesNotDoIsNotSent() {
        assertThat(bank(IllegalStateException::new).submit(COLLECT, 1)).isInstanceOf(SubmitAnswer.NotSent.class);
    }

    @Test
    void rule14WhileTheBankIsSilentNothingIsSent() {
        var bank = bank(IllegalStateException::new);
        for (var call = 0; call < 10; call++) {
            assertThat(bank.submit(PAY_OUT, 1)).isInstanceOf(SubmitAnswer.Unknown.class);
        }
        assertThat(bank.submit(PAY_OUT, 1)).isInstanceOf(SubmitAnswer.NotSent.class);
    }

    @Test
    void rule14ThereAreSoManyPlacesForEachOperation() {
        var bank = bank(IllegalStateException::new, Map.of("limits.at-once", "3"));
        for (var place = 0; place < 3; place++) {
            assertThat(bank.enter(Operation.PAY_OUT)).isTrue();
        }
        assertThat(bank.enter(Operation.PAY_OUT)).isFalse();
        assertThat(bank.enter(Operation.COLLECT)).as("another operation").isTrue();
        bank.leave(Operation.PAY_OUT);
        assertThat(bank.enter(Operation.PAY_OUT)).isTrue();
    }

    @Test
    void rule14ThereAreSoManyCallsASecond() {
        var bank = bank(IllegalStateException::new, Map.of("limits.per-second", "2"));
        var entered = 0;
        for (var call = 0; call < 2; call++) {
            if (bank.enter(Operation.PAY_OUT)) {
                entered++;
                bank.leave(Operation.PAY_OUT);
            }
        }
        assertThat(entered).isEqualTo(2);
        assertThat(bank.enter(Operation.PAY_OUT))
                .as("the third in the same second")
                .isFalse();
    }

    @Test
    void aLimitThatIsNoneIsRefusedByName() {
        assertThatThrownBy(() -> bank(IllegalStateException::new, Map.of("limits.at-once", "many")))
                .hasMessage("limits.at-once: expected a number from 1; found 'many'.");
        assertThatThrownBy(() -> bank(IllegalStateException::new, Map.of("limits.bytes", "1")))
                .hasMessageStartingWith("limits.bytes: expected one of");
    }

    /** An adapter that can pay out only, and fails at it. */
    private record Failing(Supplier<RuntimeException> failure) implements BankAdapter {
        @Override
        public Capabilities capabilities() {
            return new Capabilities(
                    Set.of(Operation.PAY_OUT),
                    Set.of("webhook"),
                    new Capabilities.Idempotency(Duration.ZERO),
                    new Capabilities.Inquiry(true, Duration.ZERO),
                    Map.of(),
                    false);
        }

        @Override
        public SubmitAnswer submit(Instruction instruction, CallContext context) {
            throw failure.get();
        }

        @Override
        public StatusAnswer query(StatusQuery query, CallContext context) {
            throw failure.get();
        }

        @Override
        public InboundResult receive(RawInbound message) {
            throw failure.get();
        }

        @Override
        public void close() {}
    }
}
