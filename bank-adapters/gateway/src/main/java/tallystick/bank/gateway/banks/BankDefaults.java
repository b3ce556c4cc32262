package tallystick.bank.gateway.banks;

import java.util.Map;

/** A bean that gives the adapters of a type what they need and operators need not say, such as a database. */
public interface BankDefaults {
    String adapter();

    /** Called once per bank of the type, before its adapter is made. What operators have set wins. */
    Map<String, String> of(BankSettings settings);
}
