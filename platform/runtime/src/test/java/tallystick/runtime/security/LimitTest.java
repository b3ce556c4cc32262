package tallystick.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.runtime.testing.TestDatabase;

/** The limit on failed logins: what it stops and whom it must not stop. */
class LimitTest {
    private final HandClock clock = new HandClock();

    @TempDir
    Path folder;

    private Logins logins;

    @BeforeEach
    void logins() {
        var key = new ProcessKey();
        var settings = Map.of("officer", new UserSettings.Setting("right", null));
        var users = new Users(settings, new UsersFile(folder), key, _ -> {}, _ -> {});
        var limits = new SecuritySettings.Logins(
                Duration.ofMinutes(5), 3, Duration.ofSeconds(30), 6, Duration.ofSeconds(2), 4, Duration.ofSeconds(60));
        logins = new Logins(users, key, limits, clock);
    }

    @Test
    void afterTooManyFailuresEvenTheRightPasswordWaits() {
        failThreeTimes("officer", "1.1.1.1");
        assertThat(logins.verify("officer", "right", "1.1.1.1")).isEqualTo(tooMany(Duration.ofSeconds(30)));
        clock.pass(Duration.ofSeconds(30));
        assertThat(logins.verify("officer", "right", "1.1.1.1")).isInstanceOf(LoginAnswer.Known.class);
    }

    @Test
    void aRememberedLoginDoesNotAnswerGuessesFaster() {
        assertThat(logins.verify("officer", "right", "1.1.1.1")).isInstanceOf(LoginAnswer.Known.class);
        failThreeTimes("officer", "1.1.1.1");
        assertThat(logins.verify("officer", "right", "1.1.1.1")).isInstanceOf(LoginAnswer.TooMany.class);
    }

    @Test
    void theUserStillLogsInFromElsewhere() {
        failThreeTimes("officer", "1.1.1.1");
        assertThat(logins.verify("officer", "right", "2.2.2.2")).isInstanceOf(LoginAnswer.Known.class);
    }

    @Test
    void tryingManyNamesFromOneAddressIsStoppedButWhoIsLoggedInGoesOn() {
        assertThat(logins.verify("officer", "right", "1.1.1.1")).isInstanceOf(LoginAnswer.Known.class);
        IntStream.range(0, 6)
                .forEach(i ->
                        assertThat(logins.verify("name" + i, "x", "1.1.1.1")).isInstanceOf(LoginAnswer.Unknown.class));
        assertThat(logins.verify("name7", "x", "1.1.1.1")).isInstanceOf(LoginAnswer.TooMany.class);
        assertThat(logins.verify("officer", "right", "1.1.1.1")).isInstanceOf(LoginAnswer.Known.class);
    }

    @Test
    void guessesSentAtOnceAreCountedBeforeTheyAreAnswered() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(IntStream.range(0, 40)
                    .<Callable<LoginAnswer>>mapToObj(i -> () -> logins.verify("officer", "x" + i, "1.1.1.1"))
                    .toList());
            long tried = 0;
            for (var answer : answers) {
                tried += answer.get() instanceof LoginAnswer.Unknown ? 1 : 0;
            }
            assertThat(tried).isEqualTo(3);
        }
        assertThat(logins.hashed()).isEqualTo(3);
    }

    @Test
    void successesAreNotCounted() {
        for (int i = 0; i < 20; i++) {
            assertThat(logins.verify("officer", "right", "1.1.1.1")).isInstanceOf(LoginAnswer.Known.class);
            clock.pass(Duration.ofMinutes(6));
        }
        assertThat(logins.hashed()).isEqualTo(20);
    }

    @Test
    void oneIpv6NetworkIsOneAddress() {
        assertThat(Address.of("2001:db8:1:2::1")).isEqualTo(Address.of("2001:db8:1:2:ffff::9"));
        assertThat(Address.of("2001:db8:1:3::1")).isNotEqualTo(Address.of("2001:db8:1:2::1"));
        assertThat(List.of(Address.of("10.0.0.1"), Address.of("odd:thing"))).containsExactly("10.0.0.1", "odd:thing");
    }

    @Test
    void overHttpTooManyIs429WithTheTimeToWait() {
        try (var node = Node.start(TestDatabase.fresh(), folder, clock, "--tallystick.security.logins.failures=2")) {
            var wrong = Node.basic("officer", "wrong");
            assertThat(node.get("/api/v1/who", wrong).statusCode()).isEqualTo(401);
            assertThat(node.get("/api/v1/who", wrong).statusCode()).isEqualTo(401);
            var answer = node.get("/api/v1/who", wrong);
            LoginTest.assertProblem(answer, 429, "too-many-requests");
            assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        }
    }

    private void failThreeTimes(String name, String address) {
        for (int i = 0; i < 3; i++) {
            assertThat(logins.verify(name, "wrong" + i, address)).isInstanceOf(LoginAnswer.Unknown.class);
        }
    }

    private static LoginAnswer tooMany(Duration wait) {
        return new LoginAnswer.TooMany(wait);
    }
}
