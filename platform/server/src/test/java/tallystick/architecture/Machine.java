package tallystick.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.NullMarked;
import org.quartz.Scheduler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.commandline.CommandLineTask;

/** How the event machine and the log may be used, and what every package has. */
final class Machine {
    private static final List<Room> ANYWHERE = List.of(Room.values());

    private Machine() {}

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        "commands go through one door",
                        ANYWHERE,
                        "SendsAround",
                        house -> noClasses()
                                .that(not(house.below("runtime.decide")))
                                .should()
                                .callCodeUnitWhere(sendsAround())),
                new Rule(
                        "handlers and sagas never fire and forget",
                        List.of(Room.CORES),
                        "FiresAndForgets",
                        house -> noClasses().that(handleEvents()).should().callCodeUnitWhere(leavesTheThread())),
                new Rule(
                        "only deadlines and calendar work use Quartz",
                        ANYWHERE,
                        "SchedulesItself",
                        house -> noClasses()
                                .that(not(house.below("runtime.deadlines", "runtime.calendar")))
                                .should()
                                .dependOnClassesThat()
                                .areAssignableTo(Scheduler.class)),
                new Rule(
                        "rows are read as lists, since a stream of them keeps its connection",
                        ANYWHERE,
                        "StreamsRows",
                        house -> noClasses().should().callCodeUnitWhere(streamsRows())),
                new Rule(
                        "nobody uses java.util.logging",
                        ANYWHERE,
                        "LogsByHand",
                        house -> noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..")),
                new Rule(
                        "only the start-up and tasks of the command line print",
                        ANYWHERE,
                        "Prints",
                        house -> noClasses()
                                .that(not(house.below("server", "runtime.commandline", "bank.testkit")
                                        .or(offerTasks())
                                        .or(announcePasswords())))
                                .should()
                                .accessTargetWhere(prints())),
                new Rule(
                        "every package is null-marked",
                        ANYWHERE,
                        "Unmarked",
                        house -> classes().should(ArchCondition.from(liveInNullMarkedPackages()))));
    }

    private static DescribedPredicate<JavaCall<?>> sendsAround() {
        return describe("sends around the door", call -> {
            var owner = call.getTargetOwner();
            return (owner.isAssignableTo(CommandGateway.class) && call.getName().startsWith("send"))
                    || (owner.isAssignableTo(CommandBus.class) && call.getName().equals("dispatch"));
        });
    }

    private static DescribedPredicate<JavaClass> handleEvents() {
        return describe(
                "handle events",
                known -> known.getMethods().stream()
                        .anyMatch(method -> method.isAnnotatedWith(EventHandler.class)
                                || method.isMetaAnnotatedWith(EventHandler.class)));
    }

    private static DescribedPredicate<JavaCall<?>> leavesTheThread() {
        return describe("leaves the thread", call -> {
            var owner = call.getTargetOwner();
            return owner.isAssignableTo(Executor.class)
                    || owner.isAssignableTo(Thread.class)
                    || owner.isAssignableTo(Thread.Builder.class)
                    || (owner.isAssignableTo(CompletableFuture.class)
                            && call.getName().endsWith("Async"));
        });
    }

    private static DescribedPredicate<JavaCall<?>> streamsRows() {
        return describe("streams rows", call -> {
            var owner = call.getTargetOwner();
            return (owner.isAssignableTo(JdbcClient.MappedQuerySpec.class)
                            && call.getName().equals("stream"))
                    || call.getName().equals("queryForStream");
        });
    }

    private static DescribedPredicate<JavaAccess<?>> prints() {
        return describe("prints", access -> {
            var owner = access.getTargetOwner();
            return (owner.isEquivalentTo(System.class) && Set.of("out", "err").contains(access.getName()))
                    || (owner.isAssignableTo(Throwable.class)
                            && access.getName().equals("printStackTrace"));
        });
    }

    /** A task of the command line prints for whoever typed it. */
    private static DescribedPredicate<JavaClass> offerTasks() {
        return describe(
                "offer tasks",
                known -> known.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(CommandLineTask.class)));
    }

    /** Passwords made at the first start go to the terminal once, since they may not go to the log. */
    private static DescribedPredicate<JavaClass> announcePasswords() {
        return describe(
                "announce passwords",
                known -> known.getName().equals("tallystick.runtime.security.SecurityConfiguration"));
    }

    private static DescribedPredicate<JavaClass> liveInNullMarkedPackages() {
        return describe(
                "be in a null-marked package",
                known -> known.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent());
    }
}
