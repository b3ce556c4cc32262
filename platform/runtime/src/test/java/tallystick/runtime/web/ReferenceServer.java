package tallystick.runtime.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.reference.AccountEvent;
import tallystick.reference.Accounts;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.operations.WorkType;
import tallystick.runtime.processing.Progress;
import tallystick.runtime.security.Caller;
import tallystick.runtime.web.door.IdGuard;

/** The reference context behind the door. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(AccountsController.class)
class ReferenceServer {
    /** The ports of servers whose read models do not keep up, as a test wants it. */
    static final Set<Integer> LATE = ConcurrentHashMap.newKeySet();

    @Bean
    @ConditionalOnMissingBean
    Progress readModels(Environment environment) {
        return (context, id, version, within) ->
                !LATE.contains(environment.getProperty("local.server.port", Integer.class));
    }

    @Bean
    Accounts accounts() {
        return new Accounts();
    }

    @Bean
    EventFamily accountEvents() {
        return EventFamily.of("reference", AccountEvent.class);
    }

    /** Officers see their own accounts only; the first letters of the name say whose it is. */
    @Bean
    IdGuard accountGuard(JdbcClient database) {
        return new IdGuard() {
            @Override
            public String variable() {
                return "account";
            }

            @Override
            public boolean visible(String id, Map<String, String> path, Caller caller) {
                var owners = database.sql("select key from store.claims where kind = 'account-name' and owner = ?")
                        .param(id)
                        .query(String.class)
                        .list();
                return owners.stream()
                        .anyMatch(name ->
                                !name.startsWith("secret") || caller.name().equals("finance"));
            }
        };
    }

    @Bean
    ProblemCodes accountProblems() {
        return () -> List.of(
                new ProblemCode("transfer-done", 409, "The transfer has ended", "Start another one."),
                new ProblemCode("transfer-unknown", 409, "No such transfer", "Start it first."),
                new ProblemCode("transfer-not-held", 409, "The transfer is not held", "Look at its state."),
                new ProblemCode("account-unknown", 409, "No such account", "Open it first."),
                new ProblemCode("balance-too-low", 409, "The balance is too low", "Withdraw less, or deposit first."));
    }

    /** Counts to the number it is given. */
    @Bean
    WorkType counting(AtomicInteger counted) {
        return new CountingWork(counted);
    }

    @Bean
    AtomicInteger counted() {
        return new AtomicInteger();
    }
}
