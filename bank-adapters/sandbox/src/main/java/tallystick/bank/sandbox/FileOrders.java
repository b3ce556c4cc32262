package tallystick.bank.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.Operation;

/** Reads pain.001 and pain.008 as a bank does: what does not add up is rejected as a whole. Pure. */
final class FileOrders {
    private FileOrders() {}

    /** A file as it was read. */
    record Read(String messageId, String kind, List<Payment> payments, boolean addsUp) {}

    /** One payment of it, or one debit. */
    record Payment(String endToEnd, String block, Operation operation, Amount amount, String account, String note) {}

    /** It is no payment file. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit(String why) {
            super(why, null, false, false);
        }
    }

    static Read read(byte[] file) {
        var document = parsed(file);
        var kind = String.valueOf(document.getNamespaceURI()).replaceFirst(".*:", "");
        if (!kind.startsWith("pain.001.") && !kind.startsWith("pain.008.")) {
            throw new Unfit("Expected pain.001 or pain.008; found another file.");
        }
        var message = child(document, kind.startsWith("pain.001.") ? "CstmrCdtTrfInitn" : "CstmrDrctDbtInitn");
        var debits = kind.startsWith("pain.008.");
        var payments = new ArrayList<Payment>();
        var addsUp = true;
        for (var block : children(message, "PmtInf")) {
            var its = children(block, debits ? "DrctDbtTxInf" : "CdtTrfTxInf").stream()
                    .map(one -> payment(one, text(block, "PmtInfId"), debits))
                    .toList();
            addsUp &= fits(block, its);
            payments.addAll(its);
        }
        var header = child(message, "GrpHdr");
        return new Read(text(header, "MsgId"), kind, List.copyOf(payments), addsUp && fits(header, payments));
    }

    private static boolean fits(Element of, List<Payment> payments) {
        var sum = payments.stream().map(one -> one.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return text(of, "NbOfTxs").equals(Integer.toString(payments.size()))
                && sum.compareTo(new BigDecimal(text(of, "CtrlSum"))) == 0;
    }

    private static Payment payment(Element one, String block, boolean debits) {
        var amount = debits ? child(one, "InstdAmt") : child(child(one, "Amt"), "InstdAmt");
        var account = child(child(one, debits ? "DbtrAcct" : "CdtrAcct"), "Id");
        var note = text(child(one, "RmtInf"), "Ustrd");
        return new Payment(
                text(child(one, "PmtId"), "EndToEndId"),
                block,
                debits ? Operation.COLLECT : Operation.PAY_OUT, // A refund is a payment like any other.
                Amount.of(amount.getAttribute("Ccy"), amount.getTextContent().strip()),
                account.getTextContent().strip(),
                note);
    }

    private static Element parsed(byte[] file) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(file)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new Unfit("It is no whole XML document.");
        }
    }

    private static List<Element> children(Element of, String name) {
        var found = new ArrayList<Element>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static Element child(Element of, String name) {
        var found = children(of, name);
        if (found.isEmpty()) {
            throw new Unfit("Expected %s in %s; found none.".formatted(name, of.getLocalName()));
        }
        return found.getFirst();
    }

    private static String text(Element of, String name) {
        return child(of, name).getTextContent().strip();
    }
}
