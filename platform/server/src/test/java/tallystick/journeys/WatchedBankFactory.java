package tallystick.journeys;

import java.util.Map;
import java.util.function.Supplier;
import tallystick.bank.sandbox.SandboxFactory;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.BankAdapterFactory;
import tallystick.bank.spi.BankHost;
import tallystick.bank.spi.CallContext;
import tallystick.bank.spi.Capabilities;
import tallystick.bank.spi.FetchRequest;
import tallystick.bank.spi.FetchResult;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.RawInbound;
import tallystick.bank.spi.StatusAnswer;
import tallystick.bank.spi.StatusQuery;
import tallystick.bank.spi.SubmitAnswer;

/** The line to the sandbox bank, and beside it when something is sent, asked and received. */
public final class WatchedBankFactory implements BankAdapterFactory {
    static final String TYPE = "watched";

    private final SandboxFactory sandbox = new SandboxFactory();

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Map<String, String> settings() {
        return sandbox.settings();
    }

    @Override
    public BankAdapter create(Map<String, String> settings, BankHost host) {
        return new Watched(sandbox.create(settings, host));
    }

    private record Watched(BankAdapter bank) implements BankAdapter {
        @Override
        public Capabilities capabilities() {
            return bank.capabilities();
        }

        @Override
        public SubmitAnswer submit(Instruction instruction, CallContext context) {
            return around("send", () -> bank.submit(instruction, context));
        }

        @Override
        public StatusAnswer query(StatusQuery query, CallContext context) {
            return around("ask", () -> bank.query(query, context));
        }

        @Override
        public FetchResult fetch(FetchRequest request, CallContext context) {
            return bank.fetch(request, context);
        }

        @Override
        public InboundResult receive(RawInbound message) {
            return around("receive", () -> bank.receive(message));
        }

        private static <A> A around(String act, Supplier<A> call) {
            Moments.before(act);
            var answer = call.get();
            Moments.after(act);
            return answer;
        }

        @Override
        public void close() {
            bank.close();
        }
    }
}
