package tallystick.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static tallystick.architecture.Room.*;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The direction of dependencies, line by line. */
final class WhoMayKnowWhom {
    private static final String[] JDK = {"java.", "org.jspecify."};

    private WhoMayKnowWhom() {}

    static List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        rules.add(libraries("1. the kernel knows the JDK only", KERNEL, "KernelKnowsSpring", JDK));
        rules.add(rooms("1. the kernel knows no other room", KERNEL, "KernelKnowsRuntime"));
        rules.add(libraries("1. the bank SPI knows the JDK only", BANK_SPI, "SpiKnowsSpring", JDK));
        rules.add(rooms("1. the bank SPI knows no other room", BANK_SPI, "SpiKnowsKernel"));
        rules.add(libraries("1. the loan engine knows the JDK only", LOAN_ENGINE, "EngineKnowsSpring", JDK));
        rules.add(rooms("1. the loan engine knows the kernel only", LOAN_ENGINE, "EngineKnowsApi", KERNEL));
        rules.add(libraries(
                "1. the rule engine knows Drools only",
                RULES,
                "RulesKnowSpring",
                "java.",
                "org.jspecify.",
                "org.drools.",
                "org.kie."));
        rules.add(rooms("1. the rule engine knows the kernel only", RULES, "RulesKnowRuntime", KERNEL));
        rules.add(rooms("1. the sandbox bank knows the SPI only", SANDBOX, "SandboxKnowsGateway", BANK_SPI));
        rules.add(rooms("1. the REST adapter knows the SPI only", REST, "RestKnowsKernel", BANK_SPI));
        rules.add(rooms("1. the ISO 20022 adapter knows the SPI only", ISO20022, "IsoKnowsSandbox", BANK_SPI));
        rules.add(libraries(
                "1. the adapter testkit knows JUnit only",
                BANK_TESTKIT,
                "TestkitKnowsSpring",
                "java.",
                "org.jspecify.",
                "org.junit."));
        rules.add(rooms("1. the adapter testkit knows the SPI only", BANK_TESTKIT, "TestkitKnowsKernel", BANK_SPI));
        apis(rules);
        cores(rules);
        rules.add(
                rooms("4. the console knows APIs and runtime", CONSOLE, "ConsoleKnowsCore", apisAnd(RUNTIME, KERNEL)));
        rules.add(rooms("5. the runtime knows the kernel only", RUNTIME, "RuntimeKnowsServer", KERNEL));
        rules.add(new Rule(
                "5. nobody knows server and bench",
                everyRoom(),
                "ApplicationKnowsBench",
                house -> noClasses()
                        .that(house.inAny().and(DescribedPredicate.not(house.in(SERVER, BENCH))))
                        .should()
                        .dependOnClassesThat(house.in(SERVER, BENCH))));
        rules.add(new Rule(
                "5. features form no cycle",
                everyRoom(),
                "CycleHere",
                house -> slices().matching(house.root() + ".(**)").should().beFreeOfCycles()));
        rules.add(new Rule(
                "every class lives in a room that has rules",
                everyRoom(),
                "Homeless",
                house -> classes().should(ArchCondition.from(house.in(Room.values())))));
        return List.copyOf(rules);
    }

    private static void apis(List<Rule> rules) {
        rules.add(new Rule(
                "2. APIs know the JDK only, of libraries",
                List.of(APIS),
                "ApiKnowsAxon",
                house -> onlyKnows(house, house.inAny().or(packages(JDK)), APIS)));
        rules.add(rooms("2. the application's API", APPLICATION_API, "ApplicationApiKnowsCore", KERNEL));
        rules.add(rooms("2. the audit's API", AUDIT_API, "AuditApiKnowsApplicationApi", KERNEL));
        rules.add(rooms("2. the loan's API", LOAN_API, "LoanApiKnowsEngine", KERNEL));
        rules.add(rooms("2. the bank's API", BANK_API, "BankApiKnowsSpi", KERNEL));
    }

    private static void cores(List<Rule> rules) {
        rules.add(rooms("3. application", APPLICATION, "ApplicationKnowsLoan", apisAnd(RUNTIME, KERNEL, RULES)));
        rules.add(rooms("3. credit audit", AUDIT, "AuditKnowsApplication", apisAnd(RUNTIME, KERNEL, RULES)));
        rules.add(rooms("3. loan", LOAN, "LoanKnowsRules", apisAnd(RUNTIME, KERNEL, LOAN_ENGINE)));
        rules.add(rooms("3. bank gateway", GATEWAY, "GatewayKnowsSandbox", apisAnd(RUNTIME, KERNEL, BANK_SPI)));
        rules.add(rooms("3. the reference context", REFERENCE, "ReferenceKnowsLoan", RUNTIME, KERNEL));
    }

    /** Of the house it knows only itself and these; libraries are not asked. */
    private static Rule rooms(String sentence, Room who, String culprit, Room... whom) {
        return new Rule(
                sentence,
                List.of(who),
                culprit,
                house -> onlyKnows(house, house.outside().or(house.in(whom)), who));
    }

    /** Of what is outside the house it knows only these; other rooms are not asked. */
    private static Rule libraries(String sentence, Room who, String culprit, String... packages) {
        return new Rule(
                sentence,
                List.of(who),
                culprit,
                house -> onlyKnows(house, house.inAny().or(packages(packages)), who));
    }

    private static ArchRule onlyKnows(House house, DescribedPredicate<JavaClass> whom, Room... who) {
        return classes()
                .that(house.in(who))
                .should()
                .onlyDependOnClassesThat(house.in(who).or(whom));
    }

    private static DescribedPredicate<JavaClass> packages(String... packages) {
        return describe("in " + List.of(packages), known -> {
            var type = known.getBaseComponentType();
            return type.isPrimitive() || Stream.of(packages).anyMatch(type.getName()::startsWith);
        });
    }

    private static Room[] apisAnd(Room... others) {
        return Stream.concat(Stream.of(APIS), Stream.of(others)).toArray(Room[]::new);
    }

    private static List<Room> everyRoom() {
        return List.of(Room.values());
    }
}
