package tallystick.bank.spi;

import java.util.Map;

/** Makes adapters of one type. Found by {@link java.util.ServiceLoader}; needs a public constructor without arguments. */
public interface BankAdapterFactory {
    /** The version of this package. */
    int SPI_VERSION = 1;

    /** The name operators use in {@code tallystick.banks.<name>.adapter}, such as {@code sandbox}. */
    String type();

    /** Which version of this package it was written for; another one than {@link #SPI_VERSION} is refused. */
    default int spiVersion() {
        return SPI_VERSION;
    }

    /** The settings it understands, each with a sentence about it; another setting is refused at start. */
    Map<String, String> settings();

    /**
     * Makes the adapter of one bank.
     *
     * @param settings the bank's own, without the prefix {@code tallystick.banks.<name>.}
     * @throws IllegalArgumentException naming the setting that cannot work
     */
    BankAdapter create(Map<String, String> settings, BankHost host);
}
