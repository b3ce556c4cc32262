package tallystick.application.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Rate;

/**
 * One programme the router looked at.
 *
 * @param nr counted from 1 over all attempts of the application
 * @param rank its place among the eligible; null when it was skipped
 * @param skipped why not; empty for an eligible one
 * @param shares who would lend what, the bank of the programme first; null where it lends alone
 * @param standby who would lend the share of one that does not pay it; null is nobody, or one that was asked already
 */
public record Considered(
        int nr,
        BankId bank,
        ProgrammeId programme,
        @Nullable Integer rank,
        List<Skip> skipped,
        @Nullable FundingLineId fundingLine,
        Rate annualRate,
        @Nullable List<Share> shares,
        @Nullable Standby standby) {
    public Considered {
        skipped = List.copyOf(skipped);
        shares = shares == null ? null : List.copyOf(shares);
    }

    /** The same, passed over for this reason. */
    public Considered skippedFor(Skip reason) {
        return new Considered(nr, bank, programme, rank, List.of(reason), fundingLine, annualRate, shares, standby);
    }

    /** The same with other lenders, whom nobody stands by any more. */
    public Considered lentBy(@Nullable List<Share> lenders) {
        return new Considered(nr, bank, programme, rank, skipped, fundingLine, annualRate, lenders, null);
    }

    /** Who lends what of an amount: its bank all of it, unless it has partners. */
    public List<Share> lenders(Money amount) {
        return shares != null
                ? shares
                : List.of(new Share(bank, BigDecimal.ONE, Objects.requireNonNull(fundingLine), amount, null));
    }

    /**
     * What one bank lends, out of which line.
     *
     * @param exposure what the law lets it lend together with others; null where it lends alone, or the law says nothing
     */
    public record Share(
            BankId bank,
            BigDecimal share,
            FundingLineId fundingLine,
            Money amount,
            @Nullable Exposure exposure) {
        /** Ours: no bank is asked for it. */
        public boolean isOwn() {
            return bank.value().equals(ProgrammeData.OWN);
        }

        /** Where it is reserved: out of which line it is lent, and where it is counted. */
        public List<FundingLineId> lines() {
            return exposure == null ? List.of(fundingLine) : List.of(fundingLine, exposure.line());
        }

        /** The same money as another part of the loan. */
        public Share lending(BigDecimal part) {
            return new Share(bank, part, fundingLine, amount, exposure);
        }

        /** What one leg of the payout pays: legs are counted from 1, in the order of the shares. */
        public static Share ofLeg(int leg, List<Share> shares) {
            return shares.get(leg - 1);
        }
    }

    /** A bank that would lend a share out of that line, as far as the law lets it. */
    public record Standby(
            BankId bank,
            FundingLineId fundingLine,
            @Nullable Exposure exposure) {
        /** That share. */
        public Share insteadOf(Share share) {
            return new Share(bank, share.share(), fundingLine, share.amount(), exposure);
        }
    }

    /** Where all is counted that a bank lends together with others, and the most that may be. */
    public record Exposure(FundingLineId line, Money most) {}

    /** A reason such as {@code AMOUNT_ABOVE_MAX}, and its sentence. */
    public record Skip(String code, String text) {}
}
