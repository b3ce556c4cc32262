package tallystick.loan.servicing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.BankId;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Change;
import tallystick.loan.api.Funding;
import tallystick.loan.api.Funding.Lender;
import tallystick.loan.api.LoanCommand.ConfirmGuarantee;
import tallystick.loan.api.LoanCommand.FailBuyBack;
import tallystick.loan.api.LoanCommand.FailGuarantee;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.BuyBackFailed;
import tallystick.loan.api.LoanEvent.BuyBackOrdered;
import tallystick.loan.api.LoanEvent.Grounds;
import tallystick.loan.api.LoanEvent.GuaranteeFailed;
import tallystick.loan.api.LoanEvent.GuaranteeOrdered;
import tallystick.loan.api.LoanEvent.GuaranteePaid;
import tallystick.loan.api.LoanEvent.LoanLeft;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.ShareSold;
import tallystick.loan.api.Payee;
import tallystick.loan.servicing.Proposal.Progress;
import tallystick.loan.shares.Bands;
import tallystick.loan.shares.Component;
import tallystick.loan.shares.Owners;

/** Who lends a loan: shares as agreed, shares that are sold, and guarantors who pay in the borrower's place. */
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
            var instruction = instruction("buy-back", is.id(), why.change());
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
                        buyBack(is.id(), proposal.id(), proposal.orders() + 1),
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
        return proposal.progress() == Progress.DONE && c.instruction().equals(instruction(is.id(), proposal))
                ? List.of(new BuyBackFailed(is.id(), c.instruction(), c.change(), c.reason(), c.at()))
                : List.of();
    }

    private static InstructionId buyBack(LoanId loan, String change, int order) {
        return order <= 1 ? instruction("buy-back", loan, change) : instruction("buy-back", loan, change + "/" + order);
    }

    /** Follows from the change: decided once, it is paid once. */
    private static InstructionId instruction(String kind, LoanId loan, String change) {
        return new InstructionId(Ids.derived(InstructionId.KIND, kind, loan.value(), change));
    }

    /** The order to a bank that a change led to. */
    static @Nullable InstructionId instruction(LoanId loan, Proposal proposal) {
        return switch (proposal.what()) {
            case Change.SellShare sale when sale.bank() != null -> buyBack(loan, proposal.id(), proposal.orders());
            case Change.PayGuarantee payment
            when payment.bank() != null -> instruction("guarantee", loan, proposal.id());
            default -> null;
        };
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

    /** What guarantors have paid. */
    static List<Change.PayGuarantee> guarantees(Loan is) {
        return guarantees(is, Progress.DONE).toList();
    }

    private static Stream<Change.PayGuarantee> guarantees(Loan is, Progress progress) {
        return is.proposals().stream()
                .filter(proposal -> proposal.progress() == progress)
                .map(Proposal::what)
                .filter(Change.PayGuarantee.class::isInstance)
                .map(Change.PayGuarantee.class::cast);
    }

    static void check(Change.PayGuarantee payment, Loan is, LocalDate date) {
        var before = Stream.concat(guarantees(is, Progress.DONE), guarantees(is, Progress.ORDERED));
        var again = before.anyMatch(paid -> overlap(paid.rows(), payment.rows()));
        if (again) {
            throw Refusals.doneAlready(is, "paid by a guarantor for these rows");
        }
        var owed = total(owed(payment, is, date));
        if (!owed.equals(payment.amount()) || owed.isZero()) {
            throw Refusals.otherThanOwed(is, owed, payment.amount());
        }
    }

    /** The whole loan overlaps with any row. */
    private static boolean overlap(List<Integer> one, List<Integer> other) {
        return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
    }

    static List<LoanEvent> guarantee(
            Change.PayGuarantee payment, Loan is, LocalDate date, LocalDate bookingDate, Grounds why, Instant at) {
        var parts = owed(payment, is, date);
        var day = later(date, bookingDate);
        if (!isOwedOn(day, parts, payment, is)) {
            throw Refusals.otherThanOwed(is, total(owed(payment, is, day)), payment.amount());
        }
        return List.of(
                payment.bank() == null
                        ? paid(payment, is, parts, date, bookingDate, why, at)
                        : new GuaranteeOrdered(
                                is.id(),
                                instruction("guarantee", is.id(), why.change()),
                                payment.bank(),
                                why.change(),
                                payment.guarantor(),
                                payment.rows(),
                                payment.amount(),
                                at));
    }

    private static GuaranteePaid paid(
            Change.PayGuarantee payment,
            Loan is,
            Parts parts,
            LocalDate valueDate,
            LocalDate bookingDate,
            Grounds why,
            Instant at) {
        return new GuaranteePaid(
                is.id(),
                why.change(),
                payment.guarantor(),
                payment.rows(),
                parts,
                payment.annualRate(),
                valueDate,
                bookingDate,
                why,
                at,
                is.accounting());
    }

    /** The money is there. Where it pays what it was ordered for no more, nobody has a claim, and the money is held. */
    static List<LoanEvent> confirmed(ConfirmGuarantee c, Loan is) {
        var proposal = is.proposal(c.claim()).orElseThrow(() -> Refusals.changeUnknown(c.claim()));
        if (proposal.progress() != Progress.ORDERED || !(proposal.what() instanceof Change.PayGuarantee payment)) {
            return List.of();
        }
        var parts = owed(payment, is, proposal.date());
        if (is.state() == LoanState.ACTIVE
                && total(parts).equals(payment.amount())
                && isOwedOn(later(c.valueDate(), c.bookingDate()), parts, payment, is)) {
            var why = new Grounds(proposal.id(), proposal.reason(), proposal.by(), other(proposal));
            return List.of(paid(payment, is, parts, c.valueDate(), c.bookingDate(), why, c.at()));
        }
        var because = "a guarantor paid what is not owed any more";
        return List.of(
                new MoneyHeld(
                        is.id(), payment.amount(), c.valueDate(), held(c.claim()), because, c.bookingDate(), c.at()),
                new GuaranteeFailed(is.id(), c.claim(), because, c.at()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** What the borrower has paid since it was asked for is not paid again. */
    private static boolean isOwedOn(LocalDate day, Parts parts, Change.PayGuarantee payment, Loan is) {
        var now = owed(payment, is, day);
        return !parts.principal().isMoreThan(now.principal())
                && !parts.interest().isMoreThan(now.interest())
                && !parts.fees().isMoreThan(now.fees())
                && !parts.penalties().isMoreThan(now.penalties());
    }

    private static @Nullable String other(Proposal proposal) {
        return proposal.by().equals(proposal.approvedBy()) ? null : proposal.approvedBy();
    }

    /** The reference of a guarantor's money that came for nothing. */
    static String held(String claim) {
        return "guarantee/" + claim;
    }

    static Progress failed(String claim, Loan is) {
        return is.knows(held(claim)) ? Progress.HELD : Progress.FAILED;
    }

    /** A claim that stands is not undone by a rule: who was paid by the borrower meanwhile must be asked. */
    static List<LoanEvent> failed(FailGuarantee c, Loan is) {
        var proposal = is.proposal(c.claim()).orElseThrow(() -> Refusals.changeUnknown(c.claim()));
        return switch (proposal.progress()) {
            case ORDERED -> List.of(new GuaranteeFailed(is.id(), c.claim(), c.reason(), c.at()));
            case DONE -> throw Refusals.guaranteeCame(is, c.claim());
            case HELD -> throw Refusals.guaranteeHeld(is, c.claim());
            case PROPOSED, FAILED -> List.of();
        };
    }

    /** Of the rows that are named what is owed on the day; of the whole loan what paying it off costs. */
    private static Parts owed(Change.PayGuarantee payment, Loan is, LocalDate date) {
        var standing = Standing.of(is);
        if (payment.rows().isEmpty()) {
            var payoff = standing.payoff(date);
            return new Parts(payoff.principal(), payoff.interest(), payoff.fees(), payoff.penalties(), is.zero());
        }
        return standing.on(date).rows().stream()
                .filter(row -> payment.rows().contains(row.row().nr()))
                .map(row -> row.outstanding())
                .map(owed -> new Parts(owed.principal(), owed.interest(), owed.fees(), owed.penalties(), is.zero()))
                .reduce(new Parts(is.zero(), is.zero(), is.zero(), is.zero(), is.zero()), Owning::plus);
    }

    private static Parts plus(Parts one, Parts other) {
        return new Parts(
                one.principal().plus(other.principal()),
                one.interest().plus(other.interest()),
                one.fees().plus(other.fees()),
                one.penalties().plus(other.penalties()),
                one.credit());
    }

    private static Money total(Parts parts) {
        return parts.principal().plus(parts.interest()).plus(parts.fees()).plus(parts.penalties());
    }
}
