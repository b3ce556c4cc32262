package tallystick.audit.rulesets;

import java.time.InstantSource;
import java.util.Comparator;
import tallystick.audit.api.CheckReport;
import tallystick.audit.api.RuleDeskId;
import tallystick.audit.api.RuleSetCommand.RecordChecks;
import tallystick.rules.Checks;
import tallystick.rules.Remark;
import tallystick.rules.RuleKind;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.operations.Work;
import tallystick.runtime.operations.WorkType;

/** The checks of one rule set as long work: compiling takes seconds. Its input is the kind and the hash. */
final class RuleChecks implements WorkType {
    static final String TYPE = "RULE_CHECKS";
    private static final int MOST_MESSAGES = 200;

    private final Library library;
    private final Commands commands;
    private final InstantSource clock;

    RuleChecks(Library library, Commands commands, InstantSource clock) {
        this.library = library;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String run(Work work) {
        var input = work.input().split(" ", 2);
        var kind = RuleKind.of(input[0]).orElseThrow();
        var hash = input[1];
        work.report(0, 1, "");
        var report = report(Checks.of(library.files(hash).orElseThrow(), kind, library.languages()));
        commands.sendAndWait(new RecordChecks(RuleDeskId.of(kind.text()), hash, report, clock.instant()));
        work.report(1, 1, "");
        return "/api/v1/rule-sets/" + hash;
    }

    private static CheckReport report(Checks checks) {
        return new CheckReport(
                checks.passed(),
                checks.messages().stream()
                        .sorted(Comparator.comparing(Remark::severity))
                        .limit(MOST_MESSAGES)
                        .map(remark -> new CheckReport.Message(
                                remark.severity().name(),
                                remark.file(),
                                remark.line(),
                                remark.column(),
                                remark.code(),
                                remark.text(),
                                remark.remedy()))
                        .toList(),
                new CheckReport.Cases(checks.cases().run(), checks.cases().failed()),
                new CheckReport.Coverage(
                        checks.coverage().rows(), checks.coverage().reached()));
    }
}
