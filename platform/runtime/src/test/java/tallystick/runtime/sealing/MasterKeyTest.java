package tallystick.runtime.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.kernel.Sealed.Purpose;
import tallystick.runtime.security.HandClock;
import tallystick.runtime.testing.TestDatabase;

class MasterKeyTest {
    private final HandClock clock = new HandClock();

    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesAKeyThatOnlyItsOwnerReads() throws Exception {
        var made = find(null, Optional.empty()).current();
        var file = folder.resolve("master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(find(null, Optional.of(made.id())).current()).isEqualTo(made);
        assertThat(made.toString()).isEqualTo(made.id()).startsWith("mk-");
    }

    @Test
    void aKeyFileThatOthersCanReadIsRefused() throws Exception {
        find(null, Optional.empty());
        Files.setPosixFilePermissions(folder.resolve("master.key"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> find(null, Optional.empty())).hasMessageContaining("chmod 600");
    }

    @Test
    void aDatabaseOfAnotherMasterKeyIsRefusedAndNoKeyIsMadeBesideIt() {
        assertThatThrownBy(() -> find(null, Optional.of("mk-other")))
                .hasMessageContainingAll("mk-other", "found no master key", "tallystick.sealing.master-key");
        assertThat(folder.resolve("master.key")).doesNotExist();
        assertThatThrownBy(() -> find("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", Optional.of("mk-other")))
                .hasMessageContainingAll("mk-other", Keyring.MASTER.id(), "previous-master-keys");
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> find("c2VjcmV0", Optional.empty()))
                .hasMessageContainingAll(
                        "tallystick.sealing.master-key", "32 bytes", "found 6", "openssl rand -base64 32")
                .hasMessageNotContaining("c2VjcmV0");
        assertThatThrownBy(() -> find("not base64!", Optional.empty())).hasMessageNotContaining("not base64!");
    }

    @Test
    void rotationWrapsEveryKeyAnewAndTouchesNoData() {
        var database = TestDatabase.fresh();
        var before = new Keyring(database, clock);
        var sealed = IntStream.range(0, 25)
                .mapToObj(i -> before.sealing.seal("party-" + i, Purpose.IDENTITY, "name", "n" + i))
                .toList();
        before.erasures.erase("party-0", Purpose.IDENTITY);
        var hash = before.index.of(IdentifierKind.PHONE, "13800138000");

        var rotating = new Keyring(database, clock, new MasterKeys(Keyring.NEXT, List.of(Keyring.MASTER)));
        assertThat(rotating.rotation.run()).isEqualTo(24);
        assertThat(rotating.rotation.run()).isZero();

        var after = new Keyring(database, clock, new MasterKeys(Keyring.NEXT, List.of()));
        assertThat(after.sealing.open(sealed.get(0), "name")).isInstanceOf(Opened.Erased.class);
        for (int i = 1; i < 25; i++) {
            assertThat(after.sealing.open(sealed.get(i), "name").textOr(_ -> "gone"))
                    .isEqualTo("n" + i);
        }
        assertThat(after.index.of(IdentifierKind.PHONE, "13800138000")).isEqualTo(hash);
        assertThatThrownBy(() -> new Keyring(database, clock)).hasMessageContaining(Keyring.NEXT.id());
    }

    @Test
    void aNodeWithAKeyOfItsOwnIsRefused() {
        var database = TestDatabase.fresh();
        new Keyring(database, clock);
        assertThatThrownBy(() -> new Keyring(database, clock, new MasterKeys(Keyring.NEXT, List.of())))
                .hasMessageContainingAll(Keyring.MASTER.id(), Keyring.NEXT.id());
    }

    @Test
    void keysAreKeptNoLongerThanAMinute() {
        assertThatThrownBy(() -> new SealingSettings(null, List.of(), Duration.ofSeconds(61), 1, 1))
                .hasMessageContainingAll("cache-life", "PT1M", "PT1M1S");
    }

    private MasterKeys find(@Nullable String key, Optional<String> wrappedBy) {
        return new MasterKeyFile(folder)
                .find(new SealingSettings(key, List.of(), Duration.ofSeconds(30), 1, 1), wrappedBy);
    }
}
