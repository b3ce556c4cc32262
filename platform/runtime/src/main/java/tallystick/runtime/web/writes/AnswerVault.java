package tallystick.runtime.web.writes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import tallystick.runtime.decide.Answers;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.web.door.Passed;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads the detail of an idempotency claim: one byte of format, the fingerprint of the request, then the
 * sealed answer. The fingerprint is outside, so that a reused key is refused without opening anything.
 */
final class AnswerVault implements Answers {
    private static final byte FORMAT = 1;
    private static final int HEAD = 1 + 32;

    private final AnswerSealer sealer;
    private final JsonMapper json;

    /** @param json must read every state that it writes */
    AnswerVault(AnswerSealer sealer, JsonMapper json) {
        this.sealer = sealer;
        this.json = json;
    }

    Origin.Once once(Passed passed, String by, String key) {
        var content = String.join("\n", passed.method(), passed.path(), passed.content());
        return new Origin.Once(hex("idempotency-key", by + "\n" + key), hex("idempotency-request", content));
    }

    @Override
    public byte[] keep(Origin.Once once, Decided<?> decided) {
        return detail(once, new StoredAnswer.Done(decided.id(), decided.version(), json.valueToTree(decided.state())));
    }

    byte[] keep(Origin.Once once, Said said) {
        return detail(once, new StoredAnswer.Whole(said));
    }

    /** Whether a stored answer is the answer to this very request. */
    boolean belongs(byte[] detail, Origin.Once once) {
        check(detail);
        return MessageDigest.isEqual(
                Arrays.copyOfRange(detail, 1, HEAD), HexFormat.of().parseHex(once.fingerprint()));
    }

    StoredAnswer read(byte[] detail) {
        check(detail);
        var tree = json.readTree(sealer.open(Arrays.copyOfRange(detail, HEAD, detail.length)));
        return tree.has("said")
                ? json.treeToValue(tree, StoredAnswer.Whole.class)
                : json.treeToValue(tree, StoredAnswer.Done.class);
    }

    <S> Said again(StoredAnswer.Done done, Rendering<S> form) {
        return form.again(done, json);
    }

    private static void check(byte[] detail) {
        if (detail.length <= HEAD || detail[0] != FORMAT) {
            throw new IllegalStateException("Expected a stored answer of format %d; found %d bytes of another."
                    .formatted(FORMAT, detail.length));
        }
    }

    private byte[] detail(Origin.Once once, StoredAnswer answer) {
        var hidden = sealer.seal(json.writeValueAsBytes(answer));
        var detail = Arrays.copyOf(new byte[] {FORMAT}, HEAD + hidden.length);
        System.arraycopy(HexFormat.of().parseHex(once.fingerprint()), 0, detail, 1, HEAD - 1);
        System.arraycopy(hidden, 0, detail, HEAD, hidden.length);
        return detail;
    }

    private String hex(String purpose, String text) {
        return HexFormat.of().formatHex(sealer.mac(purpose, text.getBytes(StandardCharsets.UTF_8)));
    }
}
