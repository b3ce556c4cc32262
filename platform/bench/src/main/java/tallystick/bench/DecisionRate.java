package tallystick.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import tallystick.audit.api.Asked;
import tallystick.audit.api.AuditCommand.OpenAudit;
import tallystick.audit.api.AuditEvent.AuditOpened;
import tallystick.audit.decisions.Audit;
import tallystick.audit.decisions.Evaluator;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Sealed;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Outcome;
import tallystick.runtime.sealing.Sealing;

/**
 * Decisions a second that can be replayed: facts gathered from the own books and the simulated sources, the shipped policy
 * run, facts and evidence sealed, everything committed to a durable database. Read models and sagas stand still meanwhile.
 */
final class DecisionRate implements Measurement {
    private static final Origin BENCH = Origin.of("bench");
    private static final int CHUNK = 256;

    @Override
    public void run(Options options, Report report) throws Exception {
        try (var platform = WholePlatform.start(
                        "decisions",
                        "--tallystick.processing.enabled=false",
                        "--tallystick.audit.sources.bureau.provider=simulated");
                var pool = Executors.newFixedThreadPool(options.number("threads", 8))) {
            var deciding = new Deciding(
                    platform.bean(Commands.class), platform.bean(Evaluator.class), platform.bean(Sealing.class));
            var many = options.number("decisions", 8_000);
            for (var round = 1; round <= options.number("warmup", 4); round++) {
                deciding.round(pool, -round, many);
            }
            for (var round = 1; round <= options.number("rounds", 5); round++) {
                var spent = Spent.sofar(platform.database());
                report.add("recorded decisions", "/s", deciding.round(pool, round, many));
                spent.since()
                        .forEach((who, millis) -> report.add(
                                "processor time of a case opened and decided, " + who, "us", millis * 1e3 / many));
            }
        }
    }

    private record Deciding(Commands commands, Evaluator evaluator, Sealing sealing) {
        /** Opens first, which is not counted; then decides in chunks, several at once. */
        double round(ExecutorService pool, int round, int many) throws Exception {
            var opened = new ArrayList<List<AuditOpened>>();
            for (var from = 0; from < many; from += CHUNK) {
                opened.add(open(round, from, Math.min(many, from + CHUNK)));
            }
            var start = System.nanoTime();
            for (var done : pool.invokeAll(opened.stream()
                    .<Callable<Integer>>map(chunk -> () -> decide(chunk))
                    .toList())) {
                done.get();
            }
            return many * 1e9 / (System.nanoTime() - start);
        }

        private List<AuditOpened> open(int round, int from, int to) {
            var commands = IntStream.range(from, to)
                    .mapToObj(nr -> command(round + "-" + nr, nr))
                    .toList();
            return this.commands.<Audit>decideMany(commands, BENCH).stream()
                    .map(outcome ->
                            ((Outcome.Done<Audit>) outcome).decided().state().opened())
                    .toList();
        }

        private int decide(List<AuditOpened> chunk) {
            var outcomes = commands.<Audit>decideMany(
                    chunk.stream().map(evaluator::decision).toList(), BENCH);
            if (!outcomes.stream().allMatch(Outcome.Done.class::isInstance)) {
                throw new IllegalStateException("Expected every decision to be recorded.");
            }
            return chunk.size();
        }

        private OpenAudit command(String name, int nr) {
            var party = new PartyId("party-" + nr % 1_000);
            var stated =
                    "{\"applicant.birthDate\":\"1990-03-07\",\"applicant.monthlyIncome\":\"%d\",\"applicant.currency\":\"CNY\",\"consent.CREDIT_BUREAU\":\"1\",\"consent.BANK_SHARING\":\"1\",\"consent.AUTOMATED_DECISION\":\"1\"}"
                            .formatted(5_000 + nr % 1_000 * 10);
            return new OpenAudit(
                    new AuditId("audit-" + name),
                    new ApplicationId("app-" + name),
                    party,
                    "olga",
                    new Asked(
                            ProductId.named("cash-loan"),
                            1,
                            "CN",
                            Money.of(
                                    "CNY",
                                    BigDecimal.valueOf(3_000 + nr % 900 * 10L)
                                            .setScale(2)
                                            .toPlainString()),
                            12,
                            "P1M",
                            "BRANCH",
                            "HOME"),
                    sealing.seal(party.value(), Sealed.Purpose.FACTS, "applicationFacts", stated),
                    Instant.now());
        }
    }
}
