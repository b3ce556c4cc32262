package tallystick.architecture;

import java.util.List;

/** The parts of the house that rules speak of, as packages below its root. */
enum Room {
    KERNEL("kernel"),
    RUNTIME("runtime"),
    SERVER("server"),
    BENCH("bench"),
    CONSOLE("console"),
    RULES("rules"),
    APPLICATION_API("application.api"),
    APPLICATION("application"),
    AUDIT_API("audit.api"),
    AUDIT("audit"),
    LOAN_API("loan.api"),
    LOAN_ENGINE("loan.engine"),
    LOAN("loan"),
    BANK_API("bank.api"),
    BANK_SPI("bank.spi"),
    BANK_TESTKIT("bank.testkit"),
    GATEWAY("bank.gateway"),
    SANDBOX("bank.sandbox"),
    REST("bank.rest"),
    ISO20022("bank.iso20022"),
    /** The tiny context of the test tree, which must obey as the great ones do. */
    REFERENCE("reference");

    static final Room[] APIS = {APPLICATION_API, AUDIT_API, LOAN_API, BANK_API};
    static final Room[] CORES = {APPLICATION, AUDIT, LOAN, GATEWAY, REFERENCE};

    private final String folder;

    Room(String folder) {
        this.folder = folder;
    }

    /** A room inside another one, such as {@code loan.api} in {@code loan}, is not part of it. */
    boolean holds(String packageBelowRoot) {
        return isIn(folder, packageBelowRoot)
                && List.of(values()).stream()
                        .noneMatch(room -> room.folder.startsWith(folder + ".") && isIn(room.folder, packageBelowRoot));
    }

    private static boolean isIn(String folder, String name) {
        return name.equals(folder) || name.startsWith(folder + ".");
    }
}
