package tallystick.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static tallystick.architecture.Room.APPLICATION_API;
import static tallystick.architecture.Room.AUDIT_API;
import static tallystick.architecture.Room.BANK_API;
import static tallystick.architecture.Room.BANK_SPI;
import static tallystick.architecture.Room.KERNEL;
import static tallystick.architecture.Room.LOAN_API;
import static tallystick.architecture.Room.LOAN_ENGINE;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import tallystick.runtime.decide.Decider;

/** Line 7: time, ids and chance arrive in the command; and amounts are exact. */
final class Purity {
    private static final Room[] VALUES = {KERNEL, LOAN_ENGINE, BANK_SPI, APPLICATION_API, AUDIT_API, LOAN_API, BANK_API
    };

    private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");

    private static final Set<String> CHANCE = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.security.SecureRandom",
            "java.util.concurrent.ThreadLocalRandom");

    private Purity() {}

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        "7. values make no ids and take no chances",
                        List.of(VALUES),
                        "KernelTakesChances",
                        house -> noClasses().that(house.in(VALUES)).should().callCodeUnitWhere(takesAChance())),
                new Rule(
                        "7. deciders make no ids and take no chances",
                        List.of(Room.CORES),
                        "DeciderTakesChances",
                        house -> noClasses().that(decides()).should().callCodeUnitWhere(takesAChance())),
                new Rule(
                        "7. deciders hold no clock",
                        List.of(Room.CORES),
                        "DeciderHoldsClock",
                        house -> noClasses()
                                .that(decides())
                                .should()
                                .dependOnClassesThat(describe("a clock", known -> CLOCKS.contains(known.getName())))),
                new Rule(
                        "7. deciders know neither framework nor I/O",
                        List.of(Room.CORES),
                        "DeciderKnowsAxon",
                        house -> noClasses()
                                .that(decides())
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "org.axonframework..",
                                        "org.springframework..",
                                        "java.io..",
                                        "java.net..",
                                        "java.sql..",
                                        "javax.sql..")),
                new Rule(
                        "7. only the clock bean reads the clock",
                        ANYWHERE,
                        "ReadsTheClock",
                        house -> noClasses()
                                .that(DescribedPredicate.not(house.below("runtime.clock")))
                                .should()
                                .callCodeUnitWhere(readsTheClock())),
                new Rule(
                        "amounts are never floating point",
                        List.of(VALUES),
                        "FloatingAmount",
                        house -> noFields()
                                .that()
                                .areDeclaredInClassesThat(house.in(VALUES))
                                .should()
                                .haveRawType(describe("floating point", Purity::isFloating))));
    }

    private static final List<Room> ANYWHERE = List.of(Room.values());

    private static DescribedPredicate<JavaClass> decides() {
        return DescribedPredicate.describe(
                "decide", known -> known.isAssignableTo(Decider.class) && !known.isInterface());
    }

    private static DescribedPredicate<JavaCall<?>> takesAChance() {
        return describe("takes a chance", call -> {
            var owner = call.getTargetOwner().getName();
            var name = call.getTarget().getName();
            return (CHANCE.contains(owner) && (name.equals("<init>") || name.equals("current")))
                    || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                    || (owner.equals("java.lang.Math") && name.equals("random"))
                    || (owner.startsWith("java.util.random.")
                            && Set.of("getDefault", "of").contains(name));
        });
    }

    /** {@code now()} without a clock, the machine's clocks, and what asks them in passing. */
    private static DescribedPredicate<JavaCall<?>> readsTheClock() {
        return describe("reads the clock", call -> {
            var owner = call.getTargetOwner().getName();
            var name = call.getTarget().getName();
            var parameters = call.getTarget().getRawParameterTypes();
            var given = parameters.stream().anyMatch(type -> CLOCKS.contains(type.getName()));
            return (owner.startsWith("java.time.") && name.equals("now") && !given)
                    || (CLOCKS.contains(owner) && name.startsWith("system"))
                    || (owner.equals("java.time.Clock") && name.startsWith("tick") && !given)
                    || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                    || (owner.equals("java.util.Date") && name.equals("<init>") && parameters.isEmpty());
        });
    }

    private static boolean isFloating(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                .contains(type.getBaseComponentType().getName());
    }
}
