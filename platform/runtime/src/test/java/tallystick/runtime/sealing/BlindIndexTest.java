package tallystick.runtime.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static tallystick.runtime.sealing.IdentifierKind.CARD;
import static tallystick.runtime.sealing.IdentifierKind.COMPANY_ID;
import static tallystick.runtime.sealing.IdentifierKind.DEVICE;
import static tallystick.runtime.sealing.IdentifierKind.EMAIL;
import static tallystick.runtime.sealing.IdentifierKind.NATIONAL_ID;
import static tallystick.runtime.sealing.IdentifierKind.PHONE;

import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.runtime.security.HandClock;
import tallystick.runtime.testing.TestDatabase;

class BlindIndexTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final BlindIndex index = new Keyring(database, new HandClock()).index;

    @Test
    void oneIdentifierWrittenInSeveralWaysIsFound() {
        same(NATIONAL_ID, "11010519900307002X", "11010519900307002x", " 110105 19900307 002X", "１１０１０５１９９００３０７００２Ｘ");
        same(PHONE, "+8613800138000", "13800138000", "138-0013-8000", "0086 138 0013 8000", "+86 138 0013 8000");
        same(EMAIL, "Li.Lei@Example.com", "li.lei@example.com ");
        same(CARD, "6222 0202 0011 2233 446", "6222020200112233446");
        same(COMPANY_ID, "91350211m000100y43", "91350211M000100Y43");
    }

    @Test
    void differentIdentifiersAndKindsHaveDifferentHashes() {
        assertThat(index.of(PHONE, "13800138000")).isNotEqualTo(index.of(PHONE, "13800138001"));
        assertThat(index.of(CARD, "13800138000")).isNotEqualTo(index.of(DEVICE, "13800138000"));
        assertThat(index.of(DEVICE, "abc")).isNotEqualTo(index.of(DEVICE, "ABC"));
        assertThat(index.keyed("a", new byte[] {1})).isNotEqualTo(index.keyed("b", new byte[] {1}));
    }

    @Test
    void aHashIsTheSameAfterARestartAndOnEveryNodeAndTellsNothing() {
        var hash = index.of(PHONE, "13800138000");
        assertThat(new Keyring(database, new HandClock()).index.of(PHONE, "13800138000"))
                .isEqualTo(hash);
        assertThat(hash).doesNotContain("138").hasSize(43);
        var elsewhere = new Keyring(TestDatabase.fresh(), new HandClock()).index;
        assertThat(elsewhere.of(PHONE, "13800138000")).isNotEqualTo(hash);
    }

    @Test
    void aLenderMayWriteAKindInAWayOfItsOwn() {
        Normalisation withoutSubaddress = new Normalisation() {
            @Override
            public IdentifierKind kind() {
                return EMAIL;
            }

            @Override
            public String normal(String text) {
                return text.replaceAll("\\+[^@]*@", "@");
            }
        };
        var own = new BlindIndex(Gcm.newKey(), List.of(withoutSubaddress));
        assertThat(own.of(EMAIL, "Li+Loan@example.com")).isEqualTo(own.of(EMAIL, "li@example.com"));
    }

    private void same(IdentifierKind kind, String first, String... others) {
        assertThat(others).allSatisfy(other -> assertThat(index.of(kind, other)).isEqualTo(index.of(kind, first)));
    }
}
