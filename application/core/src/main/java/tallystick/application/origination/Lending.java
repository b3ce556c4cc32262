package tallystick.application.origination;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Considered;
import tallystick.application.api.Considered.Share;
import tallystick.application.api.FundingLineCommand.Confirm;
import tallystick.application.api.FundingLineCommand.HoldReservation;
import tallystick.application.api.FundingLineCommand.Release;
import tallystick.application.api.FundingLineCommand.Reopen;
import tallystick.application.placement.Placements;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.Order;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.kernel.Refused;
import tallystick.kernel.Sealed;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Funding;
import tallystick.loan.api.Funding.Lender;

/**
 * One attempt, and who would lend it: they are asked one after the other, so that nobody agrees in vain to more than was
 * needed; what is reserved on their lines is kept or given back for all of them.
 */
final class Lending {
    private final Lenders ways;
    private final ApplicationId id;
    private final int placement;
    private final Considered programme;
    private final Money asked;
    private final List<Share> shares;
    private final List<Share> banks;
    private final int count;
    private final Sealed bankSharing;

    Lending(
            Lenders ways,
            ApplicationId id,
            int placement,
            Considered programme,
            Money amount,
            int count,
            Sealed bankSharing) {
        this.ways = ways;
        this.id = id;
        this.placement = placement;
        this.programme = programme;
        this.asked = amount;
        this.shares = programme.lenders(amount);
        this.banks = shares.stream().filter(share -> !share.isOwn()).toList();
        this.count = count;
        this.bankSharing = bankSharing;
    }

    int placement() {
        return placement;
    }

    boolean isShared() {
        return shares.size() > 1;
    }

    /** The orders to all banks, sent or not; of our own share nobody is asked. */
    List<InstructionId> instructions() {
        return IntStream.range(0, banks.size())
                .mapToObj(lender -> Placements.instruction(id, placement, lender))
                .toList();
    }

    /** From here on reservations end by proof alone, since banks are asked; says whether they were there still. */
    boolean hold(Instant at) {
        try {
            lines().forEach(line -> ways.tell(new HoldReservation(line, id, placement, at)));
            return true;
        } catch (Refused expired) {
            return false;
        }
    }

    void ask(int lender, Instant at) {
        var share = banks.get(lender);
        ways.order(new Instruct(
                Placements.instruction(id, placement, lender),
                share.bank(),
                new Order.RequestCredit(
                        id, programme.programme().name(), share.amount(), programme.annualRate(), count, bankSharing),
                at));
    }

    /** A bank that lends alone may have agreed to less; several agree to their shares. */
    void confirm(Money agreed, Instant at) {
        parts(agreed).forEach((line, part) -> ways.tell(new Confirm(line, id, placement, part, at)));
    }

    /** What of it is out of which line; of several lenders each counts it in its exposure as well. */
    private Map<FundingLineId, Money> parts(Money whole) {
        var parts = new LinkedHashMap<FundingLineId, Money>();
        for (var share : shares) {
            parts.put(share.fundingLine(), shares.size() == 1 ? whole : share.amount());
            if (share.exposure() != null) {
                parts.put(share.exposure().line(), share.amount());
            }
        }
        return parts;
    }

    private Set<FundingLineId> lines() {
        return parts(asked).keySet();
    }

    void giveBack(String because) {
        lines().forEach(line -> ways.tell(new Release(line, id, placement, because, ways.now())));
    }

    /** One cancel for each that was asked, for ever. */
    void cancel(int asked) {
        for (var lender = 0; lender < asked; lender++) {
            var credit = Placements.instruction(id, placement, lender);
            ways.order(new Instruct(
                    new InstructionId(Ids.derived(InstructionId.KIND, "cancel", credit.value())),
                    banks.get(lender).bank(),
                    new Order.Cancel(credit, banks.get(lender).amount()),
                    ways.now()));
        }
    }

    /** The money of the contract may have to be given back: the lines are told where it is. */
    void reopen(Money contracted) {
        parts(contracted).forEach((line, part) -> ways.tell(new Reopen(line, id, placement, part, ways.now())));
    }

    /** What is paid out by one leg of the contract's money. */
    Money leg(int leg, Money contracted) {
        return banks.size() == 1 ? contracted : shares.get(leg - 1).amount();
    }

    /** Each bank pays its share by itself, and ours with its own; null where one bank lends alone. */
    @Nullable
    Funding funding() {
        return isShared() ? funding(shares, banks.size() > 1) : null;
    }

    static Funding funding(List<Share> shares, boolean eachPays) {
        var lenders = shares.stream()
                .map(share ->
                        Lender.of(BooksId.of(share.bank().value()), eachPays ? share.bank() : null, share.share()))
                .toList();
        return new Funding(Funding.Model.CO_LENT, lenders.getFirst().books(), lenders, List.of());
    }
}
