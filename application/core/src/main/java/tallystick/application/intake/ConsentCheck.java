package tallystick.application.intake;

import java.util.Objects;
import tallystick.application.intake.DraftBody.ConsentBody;
import tallystick.application.products.Complaints;

/** Checks how a consent is written down. */
final class ConsentCheck {
    private static final String WORD = "[A-Z][A-Z0-9_]{0,31}";

    private final Complaints complaints;
    private final int others;

    /** @param others how many people there are beside the applicant */
    ConsentCheck(Complaints complaints, int others) {
        this.complaints = complaints;
        this.others = others;
    }

    static void run(ConsentBody consent, int others) {
        var complaints = new Complaints();
        new ConsentCheck(complaints, others).consent("", consent);
        complaints.raise();
    }

    void consent(String at, ConsentBody consent) {
        complaints.text(at + "/purpose", consent.purpose(), WORD, "a purpose such as CREDIT_BUREAU");
        complaints.text(at + "/version", consent.version(), "[A-Za-z0-9._-]{1,32}", "a version such as 1");
        complaints.text(at + "/recipient", consent.recipient(), "[a-z][a-z0-9-]{0,30}", "the name of a bank");
        complaints.text(at + "/textHash", consent.textHash(), "[0-9a-f]{64}", "a SHA-256 in lower hex");
        complaints.text(at + "/channel", consent.channel(), WORD, "an upper-case word such as BRANCH");
        complaints.text(at + "/evidence", consent.evidence(), "[A-Za-z0-9._-]{1,64}", "an id or a hash");
        var person = Objects.requireNonNullElse(consent.person(), 0);
        if (person < 0 || person > others) {
            complaints.wrong(at + "/person", "nobody", "0 to " + others, person.toString());
        }
    }
}
