package tallystick.architecture.badhouse.bank.sandbox;

public interface Sandbox {}
