package tallystick.architecture.badhouse.rules;

public interface RuleSet {}
