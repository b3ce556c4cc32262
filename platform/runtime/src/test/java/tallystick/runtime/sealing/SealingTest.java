package tallystick.runtime.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.kernel.Refused;
import tallystick.kernel.Sealed;
import tallystick.kernel.Sealed.Purpose;
import tallystick.runtime.security.HandClock;
import tallystick.runtime.testing.TestDatabase;

/** Two nodes, a and b, on one database. */
class SealingTest {
    private final HandClock clock = new HandClock();
    private final TestDatabase database = TestDatabase.fresh();
    private Keyring a;
    private Keyring b;

    @BeforeEach
    void nodes() {
        a = new Keyring(database, clock);
        b = new Keyring(database, clock);
    }

    @Test
    void whatOneNodeSealsTheOtherOpens() {
        var sealed = seal("party-1", "Li Lei");
        assertThat(text(b.sealing.open(sealed, "name"))).isEqualTo("Li Lei");
        assertThat(sealed.epoch()).isEqualTo(1);
        assertThat(seal("party-1", "Li Lei").bytes()).isNotEqualTo(sealed.bytes());
    }

    @Test
    void aCipherTextOpensOnlyInItsPlace() {
        var sealed = seal("party-1", "Li Lei");
        seal("party-2", "Han Mei");
        a.sealing.seal("party-1", Purpose.FACTS, "name", "x");
        a.sealing.renew("party-1", Purpose.IDENTITY);
        Sealed[] moved = {
            new Sealed("party-2", Purpose.IDENTITY, 1, sealed.bytes()),
            new Sealed("party-1", Purpose.FACTS, 1, sealed.bytes()),
            new Sealed("party-1", Purpose.IDENTITY, 2, sealed.bytes())
        };
        for (var one : moved) {
            assertThatThrownBy(() -> a.sealing.open(one, "name")).as("%s", one).isInstanceOf(SealBroken.class);
        }
        assertThatThrownBy(() -> a.sealing.open(sealed, "nationalId")).isInstanceOf(SealBroken.class);
    }

    @Test
    void everyChangedByteIsNoticed() {
        var sealed = seal("party-1", "Li Lei");
        for (int i = 0; i < sealed.bytes().length; i++) {
            var bytes = sealed.bytes();
            bytes[i] ^= 1;
            var changed = new Sealed("party-1", Purpose.IDENTITY, 1, bytes);
            assertThatThrownBy(() -> a.sealing.open(changed, "name")).isInstanceOf(SealBroken.class);
        }
        assertThatThrownBy(() -> a.sealing.open(new Sealed("party-1", Purpose.IDENTITY, 1, new byte[3]), "name"))
                .hasMessageContaining("found 3 bytes");
    }

    @Test
    void anErasureIsSeenHereAtOnceAndElsewhereWithinTheCacheLife() {
        var sealed = seal("party-1", "Li Lei");
        assertThat(b.sealing.open(sealed, "name")).isInstanceOf(Opened.Clear.class);
        var erased = new Opened.Erased("party-1", Purpose.IDENTITY, clock.instant());
        a.erasures.erase("party-1", Purpose.IDENTITY);
        assertThat(a.sealing.open(sealed, "name")).isEqualTo(erased);
        assertThat(b.sealing.open(sealed, "name")).isInstanceOf(Opened.Clear.class);
        clock.pass(Duration.ofSeconds(30));
        assertThat(b.sealing.open(sealed, "name")).isEqualTo(erased);
        assertThat(erased.textOr(_ -> "(erased)")).isEqualTo("(erased)");
    }

    @Test
    void anErasureOfIdentityLeavesTheFacts() {
        var fact = a.sealing.seal("party-1", Purpose.FACTS, "income", "9000.00");
        seal("party-1", "Li Lei");
        a.erasures.erase("party-1", Purpose.IDENTITY);
        assertThat(text(a.sealing.open(fact, "income"))).isEqualTo("9000.00");
    }

    @Test
    void anErasedSubjectNeverGetsAnotherKey() {
        a.erasures.erase("party-without-a-key", Purpose.IDENTITY);
        for (var node : new Keyring[] {a, b}) {
            assertThatThrownBy(() -> node.sealing.seal("party-without-a-key", Purpose.IDENTITY, "name", "x"))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("subject-erased"))
                    .hasMessageContainingAll("party-without-a-key", "never comes back", "Register the person anew");
            assertThatThrownBy(() -> node.sealing.renew("party-without-a-key", Purpose.IDENTITY))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void anUnknownKeyIsAnAnswerToo() {
        var lost =
                new Sealed("party-9", Purpose.IDENTITY, 1, seal("party-1", "x").bytes());
        assertThat(a.sealing.open(lost, "name")).isEqualTo(new Opened.Erased("party-9", Purpose.IDENTITY, null));
    }

    @Test
    void erasuresAreAppliedAgainAfterARestore() {
        var sealed = seal("party-1", "Li Lei");
        a.database
                .sql("create table public.backup as select * from keys.data_keys")
                .update();
        a.erasures.erase("party-1", Purpose.IDENTITY);
        var kept = a.erasures.all();
        a.database.sql("truncate keys.data_keys").update();
        a.database.sql("insert into keys.data_keys select * from public.backup").update();
        var restored = new Keyring(database, clock);
        assertThat(restored.sealing.open(sealed, "name")).isInstanceOf(Opened.Clear.class);
        assertThat(restored.erasures.applyErasures(kept)).isEqualTo(1);
        assertThat(restored.sealing.open(sealed, "name")).isInstanceOf(Opened.Erased.class);
        assertThat(restored.erasures.applyErasures(kept)).isZero();
        assertThat(restored.erasures.all()).isEqualTo(kept);
    }

    @Test
    void aRollbackAroundTheSealingDoesNotLoseTheKey() {
        var sealed = new TransactionTemplate(a.transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            return seal("party-1", "Li Lei");
        });
        assertThat(sealed).isNotNull();
        assertThat(text(b.sealing.open(sealed, "name"))).isEqualTo("Li Lei");
    }

    @Test
    void aRenewedKeySealsAndTheOldOneStillOpens() {
        var old = seal("party-1", "Li Lei");
        assertThat(b.sealing.open(old, "name")).isInstanceOf(Opened.Clear.class);
        assertThat(a.sealing.renew("party-1", Purpose.IDENTITY)).isEqualTo(2);
        var young = seal("party-1", "Li Lei");
        assertThat(young.epoch()).isEqualTo(2);
        assertThat(text(b.sealing.open(young, "name"))).isEqualTo("Li Lei");
        assertThat(text(a.sealing.open(old, "name"))).isEqualTo("Li Lei");
    }

    @Test
    void manyFirstSealsAgreeOnOneKey() throws Exception {
        var sealed = together(IntStream.range(0, 32)
                .<Callable<Sealed>>mapToObj(
                        i -> () -> (i % 2 == 0 ? a : b).sealing.seal("party-1", Purpose.IDENTITY, "name", "n" + i))
                .toList());
        for (int i = 0; i < 32; i++) {
            assertThat(text(a.sealing.open(sealed.get(i), "name"))).isEqualTo("n" + i);
        }
        assertThat(count("select count(*) from keys.data_keys")).isEqualTo(1);
    }

    @Test
    void aKeyThatIsMadeWhileItIsErasedIsErased() throws Exception {
        for (int i = 0; i < 30; i++) {
            var subject = "party-" + i;
            together(List.<Callable<Object>>of(
                    () -> tryToSeal(a, subject),
                    () -> tryToSeal(b, subject),
                    () -> {
                        a.erasures.erase(subject, Purpose.IDENTITY);
                        return subject;
                    },
                    () -> tryToRenew(b, subject)));
            assertThatThrownBy(() -> seal(subject, "x")).isInstanceOf(Refused.class);
        }
        assertThat(count("select count(*) from keys.data_keys where wrapped is not null"))
                .isZero();
    }

    @Test
    void aWrappedKeyCannotBePutInAnothersPlace() {
        seal("party-1", "Li Lei");
        seal("party-2", "Han Mei");
        a.database.sql("""
            update keys.data_keys set wrapped = (select wrapped from keys.data_keys where subject = 'party-1')
            where subject = 'party-2'\
            """).update();
        var fresh = new Keyring(database, clock);
        assertThatThrownBy(() -> fresh.sealing.seal("party-2", Purpose.IDENTITY, "name", "x"))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void whatBelongsToNoPartyHasAKeyPerMonth() {
        assertThat(Sealing.monthly("answers", clock.instant())).isEqualTo("answers-2026-03");
    }

    private Sealed seal(String subject, String name) {
        return a.sealing.seal(subject, Purpose.IDENTITY, "name", name);
    }

    private static Object tryToSeal(Keyring node, String subject) {
        try {
            return node.sealing.seal(subject, Purpose.IDENTITY, "name", "x");
        } catch (Refused no) {
            return no;
        }
    }

    private static Object tryToRenew(Keyring node, String subject) {
        try {
            return node.sealing.renew(subject, Purpose.IDENTITY);
        } catch (Refused no) {
            return no;
        }
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private static String text(Opened opened) {
        return opened.textOr(erased -> "erased " + erased.since());
    }

    private long count(String sql) {
        return a.database.sql(sql).query(Long.class).single();
    }
}
