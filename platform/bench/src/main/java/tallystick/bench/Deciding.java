package tallystick.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
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

/** Decides cases as the platform does, several at once, on a node whose read models and sagas stand still. */
record Deciding(Commands commands, Evaluator evaluator, Sealing sealing, ExecutorService pool) {
    private static final Origin BENCH = Origin.of("bench");
    private static final int CHUNK = 256;

    static Deciding on(WholePlatform platform, ExecutorService pool) {
        return new Deciding(
                platform.bean(Commands.class), platform.bean(Evaluator.class), platform.bean(Sealing.class), pool);
    }

    /** Cases that wait for their decision. */
    List<List<AuditOpened>> open(String round, int many) {
        var opened = new ArrayList<List<AuditOpened>>();
        for (var from = 0; from < many; from += CHUNK) {
            opened.add(open(round, from, Math.min(many, from + CHUNK)));
        }
        return opened;
    }

    private List<AuditOpened> open(String round, int from, int to) {
        var opening = IntStream.range(from, to)
                .mapToObj(nr -> command(round + "-" + nr, nr))
                .toList();
        return commands.<Audit>decideMany(opening, BENCH).stream()
                .map(outcome ->
                        ((Outcome.Done<Audit>) outcome).decided().state().opened())
                .toList();
    }

    /** How many are decided a second. */
    double rate(List<List<AuditOpened>> opened) throws Exception {
        var start = System.nanoTime();
        var many = 0;
        for (var done : pool.invokeAll(opened.stream()
                .<Callable<Integer>>map(chunk -> () -> decide(chunk))
                .toList())) {
            many += done.get();
        }
        return many * 1e9 / (System.nanoTime() - start);
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
