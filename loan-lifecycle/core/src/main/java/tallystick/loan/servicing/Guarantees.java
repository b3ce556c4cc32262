package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Change;
import tallystick.loan.api.LoanCommand.ConfirmGuarantee;
import tallystick.loan.api.LoanCommand.FailGuarantee;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.Grounds;
import tallystick.loan.api.LoanEvent.GuaranteeFailed;
import tallystick.loan.api.LoanEvent.GuaranteeOrdered;
import tallystick.loan.api.LoanEvent.GuaranteePaid;
import tallystick.loan.api.LoanEvent.GuaranteeVoided;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.servicing.Proposal.Progress;

/** Guarantors who pay in the borrower's place: what they may be called for, and when it becomes their claim. */
final class Guarantees {
    private static final String HELD = "guarantee/";

    private Guarantees() {}

    static void check(Change.NameGuarantor name, Loan is) {
        if (known(is).contains(name.guarantor())) {
            throw Refusals.doneAlready(is, "guaranteed by " + name.guarantor());
        }
    }

    /** As the contract says, and whom two people have named since. */
    static List<BooksId> known(Loan is) {
        var booked = is.booked().guarantors();
        var named = is.proposals().stream()
                .filter(proposal -> proposal.progress() == Progress.DONE)
                .map(Proposal::what)
                .filter(Change.NameGuarantor.class::isInstance)
                .map(what -> ((Change.NameGuarantor) what).guarantor());
        return Stream.concat(booked == null ? Stream.of() : booked.stream(), named)
                .toList();
    }

    static void check(Change.PayGuarantee payment, Loan is, LocalDate date) {
        if (!known(is).contains(payment.guarantor())) {
            throw Refusals.guarantorUnknown(is, payment.guarantor());
        }
        if (payment.annualRate() != null && payment.annualRate().perYear().signum() > 0) {
            throw Refusals.notPossible(
                    "claims bear no interest yet; found %s. Leave the rate out.".formatted(payment.annualRate()));
        }
        if (Stream.concat(paid(is), ordered(is)).anyMatch(rows -> overlap(rows, payment.rows()))) {
            throw Refusals.doneAlready(is, "paid by a guarantor for these rows");
        }
        var owed = owed(payment, is, date).debt();
        if (!owed.equals(payment.amount()) || owed.isZero()) {
            throw Refusals.otherThanOwed(is, owed, payment.amount());
        }
    }

    private static Stream<List<Integer>> paid(Loan is) {
        return is.subrogations().stream().map(Subrogation::rows);
    }

    private static Stream<List<Integer>> ordered(Loan is) {
        return is.proposals().stream()
                .filter(proposal -> proposal.progress() == Progress.ORDERED)
                .map(Proposal::what)
                .filter(Change.PayGuarantee.class::isInstance)
                .map(what -> ((Change.PayGuarantee) what).rows());
    }

    /** The whole loan overlaps with any row. */
    private static boolean overlap(List<Integer> one, List<Integer> other) {
        return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
    }

    static List<LoanEvent> decided(
            Change.PayGuarantee payment, Loan is, LocalDate date, LocalDate bookingDate, Grounds why, Instant at) {
        var parts = owed(payment, is, date);
        var day = later(date, bookingDate);
        if (!isOwedOn(day, parts, payment, is)) {
            throw Refusals.otherThanOwed(is, owed(payment, is, day).debt(), payment.amount());
        }
        return payment.bank() == null
                ? List.of(paid(payment, is, parts, date, bookingDate, why, at))
                : List.of(new GuaranteeOrdered(
                        is.id(),
                        BankOrders.guarantee(is.id(), why.change()),
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
                && parts.debt().equals(payment.amount())
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
        return HELD + claim;
    }

    static boolean isHeld(String reference) {
        return reference.startsWith(HELD);
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
            case PROPOSED, FAILED, VOIDED -> List.of();
        };
    }

    /** Of the rows that are named what is owed on the day; of the whole loan what paying it off costs. */
    private static Parts owed(Change.PayGuarantee payment, Loan is, LocalDate date) {
        var standing = Standing.of(is);
        if (payment.rows().isEmpty()) {
            return standing.owedToEnd(date);
        }
        return standing.on(date).rows().stream()
                .filter(row -> payment.rows().contains(row.row().nr()))
                .map(row -> row.outstanding())
                .map(owed -> new Parts(owed.principal(), owed.interest(), owed.fees(), owed.penalties(), is.zero()))
                .reduce(standing.nothing(), Parts::plus);
    }

    static Subrogation check(Change.VoidGuarantee change, Loan is) {
        if (!is.takesMoney() && is.state() != LoanState.SOLD) {
            throw Refusals.notActive(is);
        }
        return is.subrogation(change.claim()).orElseThrow(() -> Refusals.claimUnknown(is, change.claim()));
    }

    /** As if it had not paid: what the borrower owes stays, and is the lenders' again. */
    static List<LoanEvent> voided(
            Change.VoidGuarantee change, Loan is, LocalDate bookingDate, Grounds why, Instant at) {
        var claim = check(change, is);
        return List.of(new GuaranteeVoided(
                is.id(), claim.claim(), claim.guarantor(), claim.parts(), bookingDate, why, at, accounting(claim, is)));
    }

    /** What had been booked as recovered is recovered no more. */
    private static @Nullable Accounting accounting(Subrogation claim, Loan is) {
        return claim.accounting() == Accounting.CHARGED_OFF ? Accounting.RECOVERY : is.accounting();
    }
}
