package tallystick.architecture.badhouse.loan.engine;

public interface Terms {}
