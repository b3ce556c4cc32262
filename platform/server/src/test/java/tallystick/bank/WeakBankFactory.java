package tallystick.bank;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.BankAdapterFactory;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.BankHost;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.Capabilities;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Operation;
import tallystick.bank.spi.RawInbound;
import tallystick.bank.spi.StatusAnswer;
import tallystick.bank.spi.StatusQuery;
import tallystick.bank.spi.SubmitAnswer;

/** A bank whose messages prove nothing: what they say is the instruction's id, or a loan's. Or a bank that never answers. */
public final class WeakBankFactory implements BankAdapterFactory {
    static final AtomicInteger ASKED = new AtomicInteger();

    @Override
    public String type() {
        return "weak";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("hangs", "true when it never answers an order");
    }

    @Override
    public BankAdapter create(Map<String, String> settings, BankHost host) {
        return new Weak(settings.containsKey("hangs"));
    }

    private record Weak(boolean hangs) implements BankAdapter {
        private static final Amount AMOUNT = Amount.of("CNY", "12000.00");
        private static final LocalDate DAY = LocalDate.parse("2026-01-05");

        @Override
        public Capabilities capabilities() {
            return new Capabilities(
                    Set.of(Operation.PAY_OUT),
                    Set.of("open"),
                    new Capabilities.Idempotency(Duration.ofDays(1)),
                    new Capabilities.Inquiry(true, Duration.ofMinutes(1)),
                    Map.of(),
                    false);
        }

        @Override
        public SubmitAnswer submit(Instruction instruction, CallContext context) {
            if (hangs) {
                hang();
            }
            return new SubmitAnswer.Accepted("W-1", null);
        }

        private static void hang() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException("Nobody waits any more.", stopped);
            }
        }

        @Override
        public StatusAnswer query(StatusQuery query, CallContext context) {
            ASKED.incrementAndGet();
            return new StatusAnswer.Found(
                    List.of(new BankFact.Accepted(query.instruction(), query.operation(), "W-1", null)));
        }

        @Override
        public InboundResult receive(RawInbound message) {
            var said = new String(message.body(), StandardCharsets.UTF_8);
            BankFact fact = said.startsWith("loan-")
                    ? new BankFact.RepaymentReceived(said, "W-2", AMOUNT, DAY)
                    : new BankFact.Confirmed(said, Operation.PAY_OUT, "W-1", null, AMOUNT, null, DAY, null);
            return new InboundResult.Verified(said, List.of(fact), "none", InboundResult.Trust.WEAK);
        }

        @Override
        public void close() {}
    }
}
