package tallystick.application.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Considered;
import tallystick.application.api.Considered.Share;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;

/**
 * One try to place the application with one programme.
 *
 * @param called who stands by and was asked for the share of one that did not pay; null when nobody was, or it stood in
 * @param stoodIn who stood by and lends the share of another; null where nobody does
 */
public record Attempt(
        int nr,
        Considered programme,
        InstructionId instruction,
        Money amount,
        Progress progress,
        @Nullable Called called,
        @Nullable BankId stoodIn) {
    /** The leg of the bank with which the borrower's money arrives. */
    static final int LEAD_LEG = 1;

    /**
     * The bank that stands by, asked for the share of a leg.
     *
     * @param orderedAgain the other bank may pay it after all, to another account
     * @param unanswered it has been silent for too long, and was told to stop
     */
    public record Called(int leg, Share share, boolean orderedAgain, boolean unanswered) {}

    /** How the bank took it. */
    public enum Progress {
        SUBMITTED,
        UNKNOWN,
        APPROVED,
        DECLINED
    }

    Attempt now(Progress next) {
        return new Attempt(nr, programme, instruction, amount, next, called, stoodIn);
    }

    /** It is asked once. */
    Attempt calling(int leg, Share share) {
        return lentBy(programme.shares()).with(new Called(leg, share, false, false));
    }

    Attempt orderedAgain() {
        return called == null ? this : with(new Called(called.leg(), called.share(), true, called.unanswered()));
    }

    Attempt unanswered() {
        return called == null ? this : with(new Called(called.leg(), called.share(), called.orderedAgain(), true));
    }

    Attempt callingNobody() {
        return with(null);
    }

    private Attempt with(@Nullable Called now) {
        return new Attempt(nr, programme, instruction, amount, progress, now, stoodIn);
    }

    Attempt stoodIn(int leg, List<Share> shares) {
        var lent = lentBy(shares);
        return new Attempt(
                nr,
                lent.programme,
                instruction,
                amount,
                progress,
                null,
                Share.ofLeg(leg, shares).bank());
    }

    Attempt lentBy(@Nullable List<Share> shares) {
        return new Attempt(nr, programme.lentBy(shares), instruction, amount, progress, null, stoodIn);
    }

    /** Who lends what one leg of the payout pays. */
    public Share share(int leg) {
        return Share.ofLeg(leg, programme.lenders(amount));
    }

    /** What a bank lends, whatever its leg. */
    public Share share(BankId bank) {
        return programme.lenders(amount).stream()
                .filter(share -> share.bank().equals(bank))
                .findFirst()
                .orElseThrow();
    }

    /** Who lends once the bank that was called does. */
    public List<Share> sharesWith(Called now) {
        var shares = new ArrayList<>(programme.lenders(amount));
        shares.replaceAll(share -> share.equals(share(now.leg())) ? now.share() : share);
        return shares;
    }

    /** The bank may still say something that counts. */
    boolean isOpen() {
        return progress == Progress.SUBMITTED || progress == Progress.UNKNOWN;
    }
}
