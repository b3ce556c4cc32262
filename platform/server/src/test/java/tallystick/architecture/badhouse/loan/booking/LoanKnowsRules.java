package tallystick.architecture.badhouse.loan.booking;

import tallystick.architecture.badhouse.rules.RuleSet;

public interface LoanKnowsRules {
    RuleSet known();
}
