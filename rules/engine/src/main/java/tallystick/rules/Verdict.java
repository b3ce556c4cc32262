package tallystick.rules;

/** What all findings together come to. */
public enum Verdict {
    APPROVE,
    DECLINE,
    REFER
}
