package tallystick.bank.iso20022;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names that fit into 35 characters of the set every bank takes, and follow from what they name: a repeat has the same. */
final class Names {
    private static final int MOST = 35;
    private static final int DIGITS = 28;
    private static final String SAFE = "[A-Za-z0-9.-]{1," + MOST + "}";

    private Names() {}

    /** The end-to-end id of an instruction, without the kind that all of them begin with; a hash where even that is too long. */
    static String endToEnd(String instruction) {
        return fitting(instruction.replaceFirst("^instr-", ""));
    }

    /** The mandate under which a loan's account is debited. */
    static String mandate(String loan) {
        return fitting(loan.replaceFirst("^loan-", ""));
    }

    private static String fitting(String id) {
        return id.matches(SAFE)
                ? id
                : "H" + sha256(id.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    /** The message id of a file with these payments, in this order. */
    static String message(String bank, List<Payment> payments) {
        var all = new StringBuilder(bank);
        payments.forEach(payment -> all.append('\n').append(payment.instruction()));
        return "T" + sha256(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
