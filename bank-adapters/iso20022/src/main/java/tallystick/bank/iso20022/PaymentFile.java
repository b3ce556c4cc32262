package tallystick.bank.iso20022;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Operation;

/**
 * Payments as a file: pain.001.001.09 for what is paid, pain.008.001.08 for what is taken. The same payments at the same
 * instant give the same bytes.
 *
 * @param blocks the payments of each block, by its payment information id
 */
record PaymentFile(String messageId, boolean debits, Instant created, Map<String, List<Payment>> blocks) {
    static final String CREDIT_TRANSFERS = "pain.001.001.09";
    static final String DIRECT_DEBITS = "pain.008.001.08";
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";
    private static final int MOST_NAME = 70;

    /** What one block has in common. */
    private record Common(
            Operation operation,
            Currency currency,
            @Nullable LocalDate due) {}

    /** @param payments all of them paid, or all of them taken */
    static PaymentFile of(String bank, List<Payment> payments, Instant now) {
        var id = Names.message(bank, payments);
        var groups = new LinkedHashMap<Common, List<Payment>>();
        for (var payment : payments) {
            var common = new Common(payment.operation(), payment.amount().currency(), payment.due());
            groups.computeIfAbsent(common, _ -> new ArrayList<>()).add(payment);
        }
        var blocks = new LinkedHashMap<String, List<Payment>>();
        groups.values().forEach(group -> blocks.put(id + "." + (blocks.size() + 1), List.copyOf(group)));
        return new PaymentFile(id, payments.getFirst().isDebit(), now.truncatedTo(ChronoUnit.SECONDS), blocks);
    }

    String kind() {
        return debits ? DIRECT_DEBITS : CREDIT_TRANSFERS;
    }

    String name() {
        return kind() + "-" + messageId + ".xml";
    }

    byte[] content(OwnAccount account) {
        return Markup.document(
                NAMESPACE + kind(),
                document -> document.in(debits ? "CstmrDrctDbtInitn" : "CstmrCdtTrfInitn", message -> {
                    message.in("GrpHdr", header -> header(header, account));
                    for (var block : blocks.entrySet()) {
                        message.in("PmtInf", info -> block(info, account, block.getKey(), block.getValue()));
                    }
                }));
    }

    private void header(Markup header, OwnAccount account) throws XMLStreamException {
        var all = blocks.values().stream().flatMap(List::stream).toList();
        header.text("MsgId", messageId);
        header.text("CreDtTm", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(created.atOffset(ZoneOffset.UTC)));
        sums(header, all);
        header.in("InitgPty", party -> party.text("Nm", Latin.of(account.owner(), MOST_NAME)));
    }

    private static void sums(Markup markup, List<Payment> payments) throws XMLStreamException {
        markup.text("NbOfTxs", Integer.toString(payments.size()));
        markup.text("CtrlSum", total(payments).toPlainString());
    }

    static BigDecimal total(List<Payment> payments) {
        return payments.stream().map(payment -> payment.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void block(Markup info, OwnAccount account, String id, List<Payment> payments) throws XMLStreamException {
        info.text("PmtInfId", id);
        info.text("PmtMtd", debits ? "DD" : "TRF");
        info.text("BtchBookg", "false"); // One line of the statement for each: they are matched one by one.
        sums(info, payments);
        type(info, payments.getFirst());
        day(info, payments.getFirst(), account);
        var we = debits ? "Cdtr" : "Dbtr";
        info.in(we, party -> party.text("Nm", Latin.of(account.owner(), MOST_NAME)));
        info.in(we + "Acct", its -> number(its, account.number()));
        info.in(we + "Agt", agent -> agent.in("FinInstnId", bank -> bank.text("BICFI", account.bic())));
        info.text("ChrgBr", "SLEV");
        if (debits && account.creditorId() != null) {
            creditor(info, account.creditorId());
        }
        for (var payment : payments) {
            info.in(debits ? "DrctDbtTxInf" : "CdtTrfTxInf", debits ? debit(payment) : credit(payment));
        }
    }

    private void type(Markup info, Payment first) throws XMLStreamException {
        var isEuro = first.amount().currency().getCurrencyCode().equals("EUR");
        if (isEuro || debits) {
            info.in("PmtTpInf", type -> {
                if (isEuro) {
                    type.in("SvcLvl", level -> level.text("Cd", "SEPA"));
                }
                if (debits) {
                    type.in("LclInstrm", instrument -> instrument.text("Cd", "CORE"));
                    type.text("SeqTp", "RCUR");
                }
            });
        }
    }

    private void day(Markup info, Payment first, OwnAccount account) throws XMLStreamException {
        var today = LocalDate.ofInstant(created, account.zone());
        var due = first.due();
        if (debits) {
            info.text("ReqdColltnDt", (due == null || due.isBefore(today) ? today : due).toString());
        } else {
            info.in("ReqdExctnDt", day -> day.text("Dt", today.toString()));
        }
    }

    private static void creditor(Markup info, String id) throws XMLStreamException {
        info.in(
                "CdtrSchmeId",
                scheme -> scheme.in(
                        "Id",
                        outer -> outer.in(
                                "PrvtId",
                                inner -> inner.in("Othr", other -> {
                                    other.text("Id", id);
                                    other.in("SchmeNm", name -> name.text("Prtry", "SEPA"));
                                }))));
    }

    private static Markup.Part credit(Payment payment) {
        return info -> {
            info.in("PmtId", id -> ids(id, payment));
            info.in("Amt", amount -> amount.amount("InstdAmt", payment.amount()));
            counterparty(info, "Cdtr", payment);
        };
    }

    private static Markup.Part debit(Payment payment) {
        return info -> {
            info.in("PmtId", id -> ids(id, payment));
            info.amount("InstdAmt", payment.amount());
            info.in(
                    "DrctDbtTx",
                    debit -> debit.in("MndtRltdInf", mandate -> mandate.text("MndtId", Names.mandate(payment.loan()))));
            info.in("DbtrAgt", agent -> agent.in("FinInstnId", bank -> bank.in("Othr", id -> id.text("Id", NOBODY))));
            counterparty(info, "Dbtr", payment);
        };
    }

    /** What the guidelines write where a name or a bank is not known. */
    private static final String NOBODY = "NOTPROVIDED";

    private static void ids(Markup id, Payment payment) throws XMLStreamException {
        id.text("InstrId", payment.endToEnd());
        id.text("EndToEndId", payment.endToEnd());
    }

    private static void counterparty(Markup info, String who, Payment payment) throws XMLStreamException {
        info.in(who, party -> party.text("Nm", NOBODY));
        info.in(who + "Acct", account -> number(account, payment.account()));
        info.in("RmtInf", remittance -> remittance.text("Ustrd", payment.remittance()));
    }

    private static void number(Markup account, AccountNumber number) throws XMLStreamException {
        account.in("Id", id -> {
            if (number.isIban()) {
                id.text("IBAN", number.text());
            } else {
                id.in("Othr", other -> other.text("Id", number.text()));
            }
        });
    }
}
