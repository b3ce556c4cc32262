package tallystick.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class UsersTest {
    @TempDir
    Path folder;

    private final Map<String, String> announced = new ConcurrentHashMap<>();
    private final List<String> changed = new ArrayList<>();

    @Test
    void theFirstStartMakesAUserPerRoleAndASecondWhereFourEyesNeedIt() throws Exception {
        var users = users(Map.of());
        assertThat(announced).hasSize(18).containsKeys("officer", "officer2", "senior-underwriter2", "auditor", "bank");
        assertThat(users.find("auditor2")).isNull();
        assertThat(user(users, "risk-author2").roles()).containsExactly(Role.RISK_AUTHOR);
        var file = folder.resolve("users.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file)).contains("officer=" + announced.get("officer"));
        assertThat(announced.values()).doesNotHaveDuplicates().allMatch(password -> password.length() >= 24);
    }

    @Test
    void theSecondStartKeepsThePasswordsAndSaysNothing() {
        users(Map.of());
        var first = made("officer");
        announced.clear();
        var again = users(Map.of());
        assertThat(announced).isEmpty();
        assertThat(user(again, "officer").secret().matches(first)).isTrue();
    }

    @Test
    void starterThreadsAgreeOnOneFile() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Map<String, String>>>mapToObj(
                            _ -> () -> new UsersFile(folder).complete(List.of("officer")))
                    .toList());
            int made = 0;
            for (var start : starts) {
                made += start.get().size();
            }
            assertThat(made).isEqualTo(1);
        }
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws Exception {
        users(Map.of());
        var file = folder.resolve("users.properties");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> users(Map.of()))
                .hasMessageContainingAll("owner only", "found rw-r--r--", "chmod 600 " + file);
    }

    @Test
    void aHashIsTakenAsAHash() throws Exception {
        var hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("sesame");
        var users = users(Map.of("officer", new UserSettings.Setting(hash, null)));
        assertThat(user(users, "officer").secret().matches("sesame")).isTrue();
        assertThat(user(users, "officer").secret().matches(hash)).isFalse();
    }

    @Test
    void aHashThatCannotBeCheckedIsRefusedAtStart() {
        assertThatThrownBy(() -> users(Map.of("officer", new UserSettings.Setting("{argon2}$argon2id$v=19$x", null))))
                .hasMessageContainingAll("'officer'", "{argon2}", "[bcrypt, pbkdf2]", "bcprov");
    }

    @Test
    void aUserOfOnesOwnNeedsRolesThatExist() {
        assertThatThrownBy(() -> users(Map.of("alice", new UserSettings.Setting("x", null))))
                .hasMessageContainingAll("'alice'", "tallystick.users.alice.roles", "risk-author");
        assertThatThrownBy(() -> users(Map.of("alice", new UserSettings.Setting("x", List.of("boss")))))
                .hasMessageContaining("found 'boss'");
        var users = users(Map.of("alice", new UserSettings.Setting("x", List.of("officer", "RISK_AUTHOR"))));
        var alice = user(users, "alice");
        assertThat(alice.roles()).containsExactlyInAnyOrder(Role.OFFICER, Role.RISK_AUTHOR);
    }

    @Test
    void aWrittenFileIsReadAgainAndOnlyChangedUsersAreNew() throws Exception {
        var users = users(Map.of());
        var before = users.find("officer");
        var other = users.find("finance");
        rewrite("officer=" + announced.get("officer"), "officer=changed");
        assertThat(users.find("officer")).isNotSameAs(before);
        assertThat(user(users, "officer").secret().matches("changed")).isTrue();
        assertThat(users.find("finance")).isSameAs(other);
        assertThat(changed).containsExactly("officer");
    }

    @Test
    void aChangedPasswordEndsARememberedLogin() throws Exception {
        var key = new ProcessKey();
        var users = new Users(Map.of(), new UsersFile(folder), key, announced::putAll, _ -> {});
        var limits = new SecuritySettings.Logins(
                Duration.ofHours(1), 10, Duration.ofSeconds(30), 10, Duration.ofSeconds(1), 4, Duration.ofSeconds(5));
        var logins = new Logins(users, key, limits, new HandClock());
        var old = made("officer");
        assertThat(logins.verify("officer", old, "a")).isInstanceOf(LoginAnswer.Known.class);
        rewrite("officer=" + old, "officer=new");
        assertThat(logins.verify("officer", old, "a")).isInstanceOf(LoginAnswer.Unknown.class);
        assertThat(logins.verify("officer", "new", "a")).isInstanceOf(LoginAnswer.Known.class);
    }

    @Test
    void aFileThatBecameUnusableKeepsTheUsersOfBefore() throws Exception {
        var users = users(Map.of());
        rewrite("officer=" + announced.get("officer"), "officer=");
        assertThat(user(users, "officer").secret().matches(made("officer"))).isTrue();
        Files.delete(folder.resolve("users.properties"));
        assertThat(users.find("officer")).isNotNull();
    }

    @Test
    void anEnvironmentVariableNamesAUserWithDashesInBothSpellings() {
        var settings = fromEnvironment(Map.of(
                "TALLYSTICK_USERS_OFFICER_PASSWORD", "a",
                "TALLYSTICK_USERS_OFFICER2_PASSWORD", "b",
                "TALLYSTICK_USERS_SENIORUNDERWRITER_PASSWORD", "c",
                "TALLYSTICK_USERS_SENIORUNDERWRITER2_PASSWORD", "d",
                "TALLYSTICK_USERS_RISK_AUTHOR_PASSWORD", "e",
                "TALLYSTICK_USERS_RISK_APPROVER2_PASSWORD", "f",
                "TALLYSTICK_USERS_ALICE_PASSWORD", "g",
                "TALLYSTICK_USERS_ALICE_ROLES", "officer,auditor"));
        assertThat(settings).hasSize(7);
        assertThat(password(settings, "officer")).isEqualTo("a");
        assertThat(password(settings, "officer2")).isEqualTo("b");
        assertThat(password(settings, "senior-underwriter")).isEqualTo("c");
        assertThat(password(settings, "senior-underwriter2")).isEqualTo("d");
        assertThat(password(settings, "risk-author")).isEqualTo("e");
        assertThat(password(settings, "risk-approver2")).isEqualTo("f");
        assertThat(Objects.requireNonNull(settings.get("alice")).roles()).containsExactly("officer", "auditor");
    }

    @Test
    void aPropertyNamesAUserAsItIs() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "tallystick.users.senior-underwriter.password", "c",
                                "tallystick.users.mary-jane.password", "d",
                                "tallystick.users.mary-jane.roles", "finance")));
        var settings = UserSettings.read(environment);
        assertThat(settings.keySet()).containsExactly("mary-jane", "senior-underwriter");
    }

    @Test
    void aBlankPasswordIsRefused() {
        assertThatThrownBy(() -> fromEnvironment(Map.of("TALLYSTICK_USERS_OFFICER_PASSWORD", " ")))
                .hasMessageContaining("tallystick.users.officer.password is blank");
    }

    private static Map<String, UserSettings.Setting> fromEnvironment(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        ConfigurationPropertySources.attach(environment);
        return UserSettings.read(environment);
    }

    private static @Nullable String password(Map<String, UserSettings.Setting> settings, String name) {
        return Objects.requireNonNull(settings.get(name), name).password();
    }

    private static User user(Users users, String name) {
        return Objects.requireNonNull(users.find(name), name);
    }

    private String made(String name) {
        return Objects.requireNonNull(announced.get(name), name);
    }

    private Users users(Map<String, UserSettings.Setting> settings) {
        return new Users(
                settings, new UsersFile(folder), new ProcessKey(), announced::putAll, user -> changed.add(user.name()));
    }

    private void rewrite(String from, String to) throws Exception {
        var file = folder.resolve("users.properties");
        var before = Files.getLastModifiedTime(file);
        Files.writeString(file, Files.readString(file).replace(from + "\n", to + "\n"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 1000));
    }
}
