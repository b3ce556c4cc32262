package tallystick.audit.notices;

import java.util.Map;
import java.util.stream.Collectors;
import tallystick.audit.api.Reason;
import tallystick.audit.tables.ShippedTable;

/** The languages notices are written in. */
enum Language {
    EN("Notice of our decision about your application", "Application"),
    ZH("贷款申请审批结果通知", "申请编号");

    private final String title;
    private final String reference;

    Language(String title, String reference) {
        this.title = title;
        this.reference = reference;
    }

    private static final Map<String, String> CHINESE = ShippedTable.rows("/notices/reasons-zh.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

    /** A reason that nobody has translated is told as the rules have it, rather than not at all. */
    Reason of(Reason reason) {
        return this == ZH ? new Reason(reason.code(), CHINESE.getOrDefault(reason.code(), reason.text())) : reason;
    }

    static boolean isTranslated(String code) {
        return CHINESE.containsKey(code);
    }

    String title() {
        return title;
    }

    String reference() {
        return reference;
    }
}
