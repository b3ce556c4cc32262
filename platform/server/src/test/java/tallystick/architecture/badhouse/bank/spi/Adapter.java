package tallystick.architecture.badhouse.bank.spi;

public interface Adapter {}
