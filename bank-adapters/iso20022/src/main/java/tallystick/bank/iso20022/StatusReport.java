package tallystick.bank.iso20022;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.bank.iso20022.Element.Unreadable;
import tallystick.bank.spi.Amount;

/**
 * What a bank says of a file of ours (pain.002), on three levels: of all of it, of its blocks, of single payments. What
 * is said of the smaller counts more than what is said of the whole.
 *
 * @param original the message id of our file
 * @param count how many payments the bank believes it had; null when it does not say
 * @param total and how much they came to
 */
record StatusReport(
        String id,
        String original,
        @Nullable Long count,
        java.math.@Nullable BigDecimal total,
        @Nullable Status status,
        List<OfBlock> blocks) {
    /** What becomes of payments: the bank's own code, and why. */
    record Status(Meaning meaning, String reason) {}

    /** Of one block of our file. */
    record OfBlock(String block, @Nullable Status status, List<OfPayment> payments) {}

    /**
     * Of one payment.
     *
     * @param amount where the bank repeats it: only then can it confirm
     * @param account where the bank repeats whom it paid
     */
    record OfPayment(
            String endToEnd,
            @Nullable Status status,
            @Nullable String reference,
            @Nullable Amount amount,
            @Nullable String account,
            @Nullable LocalDate day) {}

    /** What a code means for money. */
    enum Meaning {
        TAKEN,
        DONE,
        REFUSED,
        /** It differs from payment to payment; the smaller ones say how. */
        MIXED
    }

    static StatusReport read(Element message) {
        var original = message.get("OrgnlGrpInfAndSts");
        var count = original.find("OrgnlNbOfTxs")
                .map(its -> its.decimal().longValue())
                .orElse(null);
        var total = original.find("OrgnlCtrlSum").map(Element::decimal).orElse(null);
        var blocks = new ArrayList<OfBlock>();
        for (var block : message.all("OrgnlPmtInfAndSts")) {
            var payments =
                    block.all("TxInfAndSts").stream().map(StatusReport::payment).toList();
            blocks.add(new OfBlock(block.get("OrgnlPmtInfId").text(), status(block, "PmtInfSts"), payments));
        }
        return new StatusReport(
                message.get("GrpHdr/MsgId").text(),
                original.get("OrgnlMsgId").text(),
                count,
                total,
                status(original, "GrpSts"),
                List.copyOf(blocks));
    }

    private static OfPayment payment(Element said) {
        return new OfPayment(
                said.get("OrgnlEndToEndId").text(),
                status(said, "TxSts"),
                said.textOrNull("AcctSvcrRef"),
                said.find("OrgnlTxRef/Amt/InstdAmt").map(Element::amount).orElse(null),
                said.first("OrgnlTxRef/CdtrAcct/Id/IBAN", "OrgnlTxRef/CdtrAcct/Id/Othr/Id")
                        .orElse(null),
                said.find("AccptncDtTm").map(Element::date).orElse(null));
    }

    private static @Nullable Status status(Element of, String name) {
        var code = of.textOrNull(name);
        if (code == null) {
            return null;
        }
        var reason = of.first("StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry").orElse(code);
        return new Status(meaning(code), reason.matches("[A-Za-z0-9 _.-]{1,35}") ? reason : code);
    }

    /** A code that nobody has heard of is not a no. */
    private static Meaning meaning(String code) {
        return switch (code) {
            case "RCVD", "ACTC", "ACCP", "ACSP", "ACWC", "ACWP", "PDNG", "ACFC", "PATC" -> Meaning.TAKEN;
            case "ACSC", "ACCC" -> Meaning.DONE;
            case "RJCT", "CANC" -> Meaning.REFUSED;
            case "PART" -> Meaning.MIXED;
            default -> throw new Unreadable("Expected a status that is known; found another.");
        };
    }
}
