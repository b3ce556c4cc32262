package tallystick.architecture.badhouse.server;

public interface Server {}
