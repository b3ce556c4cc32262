package tallystick.architecture.badhouse.loan.api;

public interface LoanMessage {}
