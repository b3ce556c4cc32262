package tallystick.audit.api;

/** What a decision says. A referral is decided by a person. */
public enum Outcome {
    APPROVE,
    DECLINE,
    REFER
}
