package com.acme.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.BankHost;
import tallystick.bank.spi.RawInbound;
import tallystick.bank.testkit.AdapterContract;
import tallystick.bank.testkit.TestBank;
import tallystick.bank.testkit.Treatment;

/** The contract, against Acme on loopback. */
class AcmeContractTest extends AdapterContract {
    private static final String KEY = "a key that both sides know";

    @Override
    protected TestBank bank() {
        return new Acme();
    }

    private static final class Acme implements TestBank, BankHost {
        private final AcmeServer server = new AcmeServer(KEY, InstantSource.system());
        private final BankAdapter adapter =
                new AcmeFactory().create(Map.of("url", server.url().toString(), "key", KEY, "timeout", "PT1S"), this);

        @Override
        public BankAdapter adapter() {
            return adapter;
        }

        @Override
        public void treatsNext(Treatment treatment) {
            server.treatsNext(treatment.name());
        }

        @Override
        public int done(String instruction) {
            return server.orders().containsKey(instruction) ? 1 : 0;
        }

        @Override
        public List<String> secrets() {
            return List.of(KEY);
        }

        @Override
        public List<RawInbound> confirmations(String instruction, Amount amount, Instant at, Signing signing) {
            var lines = new TreeMap<>(AcmeServer.lines("kind: PAY_OUT\nword: DONE\nreference: A-1\nday: 2026-01-05"));
            lines.put("order", instruction);
            lines.put("amount", amount.toString());
            var stamp = Seal.stamp(at);
            var seal = server.seal(lines, signing == Signing.RIGHT ? stamp : "another");
            var headers = Map.of("acme-stamp", List.of(stamp), "acme-seal", List.of(seal));
            return List.of(
                    new RawInbound("orders", headers, AcmeServer.text(lines).getBytes(UTF_8), at));
        }

        @Override
        public String bank() {
            return "acme";
        }

        @Override
        public InstantSource clock() {
            return InstantSource.system();
        }

        @Override
        public Optional<URI> callbackAddress(String channel) {
            return Optional.empty();
        }

        @Override
        public void close() {
            adapter.close();
            server.close();
        }
    }
}
