package tallystick.application.origination;

import java.time.Instant;
import java.util.List;
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
import tallystick.kernel.BankId;
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
    private final Lenders lenders;
    private final ApplicationId id;
    private final int placement;
    private final Considered programme;
    private final List<Share> shares;
    private final List<Share> banks;
    private final int count;
    private final Sealed bankSharing;
    private final @Nullable BankId stoodIn;

    /** @param stoodIn who stood by, and lends the share of another; null where nobody does */
    Lending(
            Lenders lenders,
            ApplicationId id,
            int placement,
            Considered programme,
            Money amount,
            int count,
            Sealed bankSharing,
            @Nullable BankId stoodIn) {
        this.lenders = lenders;
        this.id = id;
        this.placement = placement;
        this.programme = programme;
        this.shares = programme.lenders(amount);
        this.banks = shares.stream().filter(share -> !share.isOwn()).toList();
        this.count = count;
        this.bankSharing = bankSharing;
        this.stoodIn = stoodIn;
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
            shares.forEach(share -> hold(share, at));
            return true;
        } catch (Refused expired) {
            return false;
        }
    }

    void hold(Share share, Instant at) {
        share.lines().forEach(line -> lenders.tell(new HoldReservation(line, id, placement, at)));
    }

    void ask(int lender, Instant at) {
        ask(credit(banks.get(lender)), banks.get(lender), at);
    }

    void ask(InstructionId credit, Share share, Instant at) {
        lenders.order(new Instruct(
                credit,
                share.bank(),
                new Order.RequestCredit(
                        id, programme.programme().name(), share.amount(), programme.annualRate(), count, bankSharing),
                at));
    }

    /** The order to a bank to lend its share. */
    private InstructionId credit(Share share) {
        return share.bank().equals(stoodIn)
                ? Placements.standIn(id, placement)
                : Placements.instruction(id, placement, banks.indexOf(share));
    }

    /** A bank that lends alone may have agreed to less; several agree to their shares. */
    void confirm(Money agreed, Instant at) {
        agreed(agreed).forEach(share -> confirm(share, at));
    }

    void confirm(Share share, Instant at) {
        share.lines().forEach(line -> lenders.tell(new Confirm(line, id, placement, share.amount(), at)));
    }

    /** Who lends what of that. */
    private List<Share> agreed(Money whole) {
        return isShared() ? shares : programme.lenders(whole);
    }

    void giveBack(String because) {
        shares.forEach(share -> giveBack(share, because));
    }

    void giveBack(Share share, String because) {
        share.lines().forEach(line -> lenders.tell(new Release(line, id, placement, because, lenders.now())));
    }

    /** One cancel for each that was asked, for ever. */
    void cancel(int asked) {
        banks.subList(0, asked).forEach(share -> cancel(credit(share), share));
    }

    void cancel(InstructionId credit, Share share) {
        lenders.order(new Instruct(
                new InstructionId(Ids.derived(InstructionId.KIND, "cancel", credit.value())),
                share.bank(),
                new Order.Cancel(credit, share.amount()),
                lenders.now()));
    }

    /** Its bank does not lend it any more, and is told so. */
    void doWithout(Share share, String because) {
        cancel(credit(share), share);
        giveBack(share, because);
    }

    /** Whoever is not among them lends nothing any more. */
    void doWithoutOthers(List<Share> these, String because) {
        shares.stream()
                .filter(share -> these.stream().noneMatch(one -> one.bank().equals(share.bank())))
                .forEach(share -> doWithout(share, because));
    }

    /** The money of the contract may have to be given back: the lines are told where it is. */
    void reopen(Money contracted) {
        agreed(contracted)
                .forEach(share -> share.lines()
                        .forEach(line -> lenders.tell(new Reopen(line, id, placement, share.amount(), lenders.now()))));
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
