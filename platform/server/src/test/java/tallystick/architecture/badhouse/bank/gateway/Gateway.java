package tallystick.architecture.badhouse.bank.gateway;

public interface Gateway {}
