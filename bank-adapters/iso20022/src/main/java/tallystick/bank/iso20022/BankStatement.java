package tallystick.bank.iso20022;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.bank.iso20022.Element.Unreadable;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.FetchResult.Direction;

/**
 * What a bank has booked on one account: the statement of a day (camt.053), or notices of single bookings (camt.054).
 *
 * @param number counts an account's statements; null on notices, and where the bank does not count
 * @param balances null on notices
 */
record BankStatement(
        String id,
        String account,
        @Nullable Long number,
        @Nullable Balances balances,
        List<Booking> bookings) {
    /** What was there before and after; below zero when it was owed. */
    record Balances(LocalDate day, Amount opening, Amount closing) {}

    /**
     * One booking, or one part of one that stands for several.
     *
     * @param block the block of our file, where a bank books whole blocks
     * @param returned why it came back; null when it did not
     */
    record Booking(
            String reference,
            @Nullable String endToEnd,
            @Nullable String block,
            @Nullable String loan,
            Direction direction,
            Amount amount,
            LocalDate valueDate,
            @Nullable String returned) {}

    private static final String LOAN = ".*?(loan-[A-Za-z0-9._-]{1,50}).*";

    /** @param message camt.053 with {@code Stmt}, or camt.054 with {@code Ntfctn} */
    static List<BankStatement> read(Element message) {
        var statements = new ArrayList<BankStatement>();
        message.all("Stmt").forEach(one -> statements.add(read(one, balances(one))));
        message.all("Ntfctn").forEach(one -> statements.add(read(one, null)));
        if (statements.isEmpty()) {
            throw new Unreadable("Expected at least one statement; found none.");
        }
        return List.copyOf(statements);
    }

    private static BankStatement read(Element one, @Nullable Balances balances) {
        var id = one.get("Id").text();
        var bookings = new ArrayList<Booking>();
        var entries = one.all("Ntry");
        for (var i = 0; i < entries.size(); i++) {
            if (isBooked(entries.get(i))) {
                bookings.addAll(bookings(entries.get(i), id + "." + (i + 1)));
            }
        }
        var account = one.first("Acct/Id/IBAN", "Acct/Id/Othr/Id")
                .orElseThrow(() -> new Unreadable("Expected an account; found none."));
        var number = one.find("ElctrncSeqNb")
                .or(() -> one.find("LglSeqNb"))
                .map(its -> its.decimal().longValue())
                .orElse(null);
        var statement = new BankStatement(id, account, number, balances, List.copyOf(bookings));
        statement.addUp();
        return statement;
    }

    private static boolean isBooked(Element entry) {
        return entry.first("Sts/Cd", "Sts").orElse("").equals("BOOK");
    }

    private static Balances balances(Element statement) {
        var opening = balance(statement, "OPBD", "PRCD");
        var closing = balance(statement, "CLBD");
        return new Balances(closing.get("Dt").children().getFirst().date(), signed(opening), signed(closing));
    }

    private static Element balance(Element statement, String... codes) {
        return statement.all("Bal").stream()
                .filter(balance -> List.of(codes).contains(balance.textOrNull("Tp/CdOrPrtry/Cd")))
                .findFirst()
                .orElseThrow(() -> new Unreadable("Expected a balance %s; found none.".formatted(codes[0])));
    }

    private static Amount signed(Element balance) {
        var amount = balance.get("Amt").amount();
        return direction(balance) == Direction.CREDIT
                ? amount
                : new Amount(amount.currency(), amount.value().negate());
    }

    private static Direction direction(Element of) {
        return switch (of.get("CdtDbtInd").text()) {
            case "CRDT" -> Direction.CREDIT;
            case "DBIT" -> Direction.DEBIT;
            default -> throw new Unreadable("Expected CRDT or DBIT; found another text.");
        };
    }

    /** One for each part, where the parts are there and come to the whole. */
    private static List<Booking> bookings(Element entry, String otherwise) {
        var whole = entry.get("Amt").amount();
        var reference = entry.first("AcctSvcrRef", "NtryRef").orElse(otherwise);
        var parts = entry.all("NtryDtls/TxDtls");
        if (parts.size() < 2) {
            var details = parts.isEmpty() ? entry : parts.getFirst();
            return List.of(booking(
                    entry, details, whole, details.first("Refs/AcctSvcrRef").orElse(reference)));
        }
        var bookings = new ArrayList<Booking>();
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var amount = part.find("Amt")
                    .or(() -> part.find("AmtDtls/TxAmt/Amt"))
                    .map(Element::amount)
                    .orElseThrow(() -> new Unreadable("Expected an amount of each part; found none."));
            bookings.add(
                    booking(entry, part, amount, part.first("Refs/AcctSvcrRef").orElse(reference + "." + (i + 1))));
        }
        var sum = bookings.stream().map(part -> part.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(whole.value()) != 0) {
            throw new Unreadable("Expected the parts of a booking to come to the whole; they do not.");
        }
        return bookings;
    }

    private static Booking booking(Element entry, Element details, Amount amount, String reference) {
        var note = String.join(
                " ", details.all("RmtInf/Ustrd").stream().map(Element::text).toList());
        var day = entry.find("ValDt").orElseGet(() -> entry.get("BookgDt"));
        return new Booking(
                reference,
                details.textOrNull("Refs/EndToEndId"),
                details.first("Refs/PmtInfId")
                        .or(() -> entry.first("NtryDtls/Btch/PmtInfId"))
                        .orElse(null),
                note.matches(LOAN) ? note.replaceFirst(LOAN, "$1") : null,
                direction(entry),
                amount,
                day.children().getFirst().date(),
                details.first("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry").orElse(null));
    }

    /** What was there, and what came and went, is what is there. */
    private void addUp() {
        if (balances == null) {
            return;
        }
        var sum = balances.opening().value();
        for (var booking : bookings) {
            var amount = booking.amount();
            if (!amount.currency().equals(balances.opening().currency())) {
                throw new Unreadable("Expected one currency on a statement; found several.");
            }
            sum = booking.direction() == Direction.CREDIT ? sum.add(amount.value()) : sum.subtract(amount.value());
        }
        if (sum.compareTo(balances.closing().value()) != 0
                || !balances.opening().currency().equals(balances.closing().currency())) {
            throw new Unreadable("Expected opening balance and bookings to come to the closing balance; they do not.");
        }
    }
}
