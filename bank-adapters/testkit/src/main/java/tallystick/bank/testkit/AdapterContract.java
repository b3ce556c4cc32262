package tallystick.bank.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Extend it, say how your bank is made, and run it as any test. Every sentence of the contract is a test of its own with a
 * fresh bank; at the end a report is printed.
 */
public abstract class AdapterContract {
    /** A new bank, with nothing in it and an adapter of its own. */
    protected abstract TestBank bank();

    /** Tests are made one after the other, and the report comes after the last. */
    @TestFactory
    final Stream<DynamicTest> contract() {
        var lines = new ArrayList<Report.Line>();
        var tests = Contract.CHECKS.stream()
                .map(check ->
                        DynamicTest.dynamicTest(check.group() + ": " + check.sentence(), () -> prove(check, lines)));
        var report = DynamicTest.dynamicTest("the report", () -> System.out.println(new Report(name(), lines)));
        return Stream.concat(tests, Stream.of(report));
    }

    private void prove(Check check, List<Report.Line> lines) {
        var line = run(check, this::bank);
        lines.add(line);
        if (line.broken() != null) {
            throw new AssertionError(line.toString());
        }
    }

    private static Report.Line run(Check check, Supplier<TestBank> made) {
        try (var bank = made.get()) {
            return check.run(bank);
        }
    }

    private String name() {
        return getClass().getSimpleName();
    }

    /** The same without JUnit: runs every sentence and says what holds. */
    public static Report report(String adapter, Supplier<TestBank> bank) {
        List<Report.Line> lines =
                Contract.CHECKS.stream().map(check -> run(check, bank)).toList();
        return new Report(adapter, lines);
    }
}
