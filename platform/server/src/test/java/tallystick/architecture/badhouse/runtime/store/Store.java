package tallystick.architecture.badhouse.runtime.store;

public interface Store {}
