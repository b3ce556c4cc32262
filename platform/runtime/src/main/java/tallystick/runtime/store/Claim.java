package tallystick.runtime.store;

/**
 * Something that only one owner may have, recorded or given back in the same transaction as events.
 *
 * @param kind what is claimed, such as {@code idempotency} or {@code instruction}
 * @param key the thing itself; never personal data, but its keyed hash
 * @param owner who has it: the id of a thing in the store
 * @param detail what the owner wants to find again with the claim; may be empty
 * @param taken false when the event gives the claim back
 */
public record Claim(String kind, String key, String owner, byte[] detail, boolean taken) {
    public static Claim take(String kind, String key, String owner) {
        return new Claim(kind, key, owner, new byte[0], true);
    }

    public static Claim give(String kind, String key, String owner) {
        return new Claim(kind, key, owner, new byte[0], false);
    }
}
