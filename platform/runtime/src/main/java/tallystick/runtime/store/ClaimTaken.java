package tallystick.runtime.store;

/** Somebody else has what this append wanted to claim. Nothing of the append was stored. */
public final class ClaimTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Claim holder;

    public ClaimTaken(Claim holder) {
        super(
                "Expected the claim %s '%s' to be free; it belongs to %s."
                        .formatted(holder.kind(), holder.key(), holder.owner()),
                null,
                false,
                false);
        this.holder = holder;
    }

    /** The claim as it stands in the store. */
    public Claim holder() {
        return holder;
    }
}
