package tallystick.architecture.badhouse.bank.api;

import tallystick.architecture.badhouse.bank.spi.Adapter;

public interface BankApiKnowsSpi {
    Adapter known();
}
