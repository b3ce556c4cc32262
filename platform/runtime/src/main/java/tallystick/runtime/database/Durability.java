package tallystick.runtime.database;

/** What the server promises about a commit it has answered. */
public enum Durability {
    /** It is on the disk. Always so outside tests. */
    DURABLE("on"),
    /** It may be gone after a crash of the machine. For tests whose subject is not durability; no setting leads here. */
    FORGETFUL("off");

    final String value;

    Durability(String value) {
        this.value = value;
    }
}
