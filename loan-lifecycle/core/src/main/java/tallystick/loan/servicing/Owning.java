package tallystick.loan.servicing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Change;
import tallystick.loan.api.Funding;
import tallystick.loan.api.Funding.Lender;
import tallystick.loan.api.LoanCommand.FailBuyBack;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.BuyBackFailed;
import tallystick.loan.api.LoanEvent.BuyBackOrdered;
import tallystick.loan.api.LoanEvent.Grounds;
import tallystick.loan.api.LoanEvent.LoanLeft;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.ShareSold;
import tallystick.loan.api.Payee;
import tallystick.loan.servicing.Proposal.Progress;
import tallystick.loan.shares.Bands;
import tallystick.loan.shares.Component;
import tallystick.loan.shares.Owners;

/** Who lends a loan: shares as agreed, and shares that are sold and bought back. */
final class Owning {
    private Owning() {}

    /** Shares of each component that add up to one, of lenders each named once. */
    static void check(@Nullable Funding funding, BankId bank) {
        if (funding == null) {
            return;
        }
        for (var component : List.<Function<Lender, BigDecimal>>of(
                Lender::principal, Lender::interest, Lender::fees, Lender::penalties)) {
            var sum = funding.lenders().stream().map(component).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(BigDecimal.ONE) != 0
                    || funding.lenders().stream().map(component).anyMatch(share -> share.signum() < 0)) {
                throw Refusals.sharesOff(sum);
            }
        }
        var names = funding.lenders().stream().map(Lender::books).distinct().count();
        if (names != funding.lenders().size()) {
            throw Refusals.sharesOff(BigDecimal.valueOf(names));
        }
    }

    /** A leg for each lender that pays its share by itself, so that the parts of the legs are the shares of the whole. */
    static List<Payee> legs(List<Payee> payees, @Nullable Funding funding) {
        if (funding == null || funding.lenders().stream().anyMatch(lender -> lender.bank() == null)) {
            return payees;
        }
        var shares = Owners.of(funding).of(Component.PRINCIPAL);
        var legs = new ArrayList<Payee>();
        var total = 0L;
        for (var payee : payees) {
            var next = total + payee.amount().minorUnits().longValueExact();
            for (var lender : funding.lenders()) {
                var units =
                        shares.between(total, next).getOrDefault(lender.books().value(), 0L);
                if (units > 0) {
                    var amount = Money.ofMinor(payee.amount().currency(), units);
                    legs.add(new Payee(legs.size() + 1, payee.account(), amount, payee.purpose(), lender.bank()));
                }
            }
            total = next;
        }
        return legs;
    }

    /** Whose share a leg is, where lenders pay by themselves. */
    static @Nullable BooksId lender(Payee payee, Loan is) {
        var funding = is.booked().funding();
        return funding == null || payee.bank() == null
                ? null
                : funding.lenders().stream()
                        .filter(lender -> payee.bank().equals(lender.bank()))
                        .map(Lender::books)
                        .findFirst()
                        .orElse(null);
    }

    static void check(Change.SellShare sale, Loan is) {
        if (is.care().chargedOff()) {
            throw Refusals.notPossible("what is charged off has no principal to sell.");
        }
        var has = Funding.orOwn(is.booked().funding())
                .lender(sale.seller())
                .map(Lender::principal)
                .orElse(BigDecimal.ZERO);
        if (sale.seller().equals(sale.buyer()) || sale.share().compareTo(has) > 0) {
            throw Refusals.notTheirs(sale.seller(), has, sale.share());
        }
        var after =
                Owners.sold(Funding.orOwn(is.booked().funding()).lenders(), sale.seller(), sale.buyer(), sale.share());
        if (sale.leaves() && after.stream().anyMatch(lender -> lender.books().equals(BooksId.OWN))) {
            throw Refusals.stillOurs(is);
        }
    }

    static List<LoanEvent> sell(
            Change.SellShare sale, Loan is, LocalDate date, LocalDate bookingDate, Grounds why, Instant at) {
        var events = new ArrayList<LoanEvent>();
        events.add(new ShareSold(
                is.id(),
                sale.seller(),
                sale.buyer(),
                sale.share(),
                sale.price(),
                earned(is, date),
                date,
                bookingDate,
                why,
                at));
        if (sale.leaves()) {
            events.add(new LoanLeft(is.id(), sale.buyer(), date, at));
        }
        if (sale.bank() != null) {
            var instruction = BankOrders.buyBack(is.id(), why.change(), 1);
            events.add(new BuyBackOrdered(is.id(), instruction, sale.bank(), sale.price(), date, why.change(), at));
        }
        return events;
    }

    /** Whether a share was bought back whose price a bank was to take, and has not. */
    static boolean isUnpaid(Proposal proposal) {
        return proposal.progress() == Progress.FAILED
                && proposal.what() instanceof Change.SellShare sale
                && sale.bank() != null;
    }

    /** The share is ours since it was decided; only its price is ordered again. */
    static List<LoanEvent> payAgain(Proposal proposal, Loan is, LocalDate date, Instant at) {
        return proposal.what() instanceof Change.SellShare sale && sale.bank() != null
                ? List.of(new BuyBackOrdered(
                        is.id(),
                        BankOrders.buyBack(is.id(), proposal.id(), proposal.orders() + 1),
                        sale.bank(),
                        sale.price(),
                        date,
                        proposal.id(),
                        at))
                : List.of();
    }

    /** Of the order that was given last; what is told of an earlier one is known. */
    static List<LoanEvent> failed(FailBuyBack c, Loan is) {
        var proposal = is.proposal(c.change()).orElseThrow(() -> Refusals.changeUnknown(c.change()));
        return proposal.progress() == Progress.DONE && c.instruction().equals(BankOrders.of(is.id(), proposal))
                ? List.of(new BuyBackFailed(is.id(), c.instruction(), c.change(), c.reason(), c.at()))
                : List.of();
    }

    /** What the sellers keep of the interest: what was earned, or paid before it was. */
    private static Money earned(Loan is, LocalDate date) {
        var earned = Earnings.whole(is, Standing.of(is).on(date)).through(date);
        var paid = is.transactions().stream()
                .filter(Transaction::pays)
                .map(Transaction::parts)
                .filter(java.util.Objects::nonNull)
                .map(Parts::interest)
                .reduce(is.zero(), Money::plus);
        return Money.ofMinor(is.zero().currency(), earned).max(paid);
    }

    static Funding sold(Loan before, ShareSold e) {
        var funding = Funding.orOwn(before.booked().funding());
        var until = new ArrayList<>(funding.until());
        until.add(new Funding.Former(e.earned(), funding.lenders()));
        return new Funding(
                funding.model(),
                funding.cash(),
                Owners.sold(funding.lenders(), e.seller(), e.buyer(), e.share()),
                until);
    }

    /** Of so much interest, what is ours; what we had earned before we sold a share stays with us. */
    static long ours(Funding funding, long total) {
        var kept = 0L;
        for (var i = 0; i < funding.until().size(); i++) {
            var then = funding.until().get(i);
            var next =
                    i + 1 < funding.until().size() ? funding.until().get(i + 1).lenders() : funding.lenders();
            var earned = then.earned().minorUnits().longValueExact();
            kept += own(then.lenders(), earned) - own(next, earned);
        }
        return kept + own(funding.lenders(), total);
    }

    private static long own(List<Lender> lenders, long total) {
        var bands = Bands.of(Owners.parts(lenders, Component.INTEREST));
        return bands.of(total).getOrDefault(BooksId.OWN.value(), 0L);
    }
}
