package tallystick.application.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tallystick.kernel.Jurisdiction;

/** One market: how things are numbered there and what the law says on a day. Who has one asks no further which it is. */
public interface Market {
    NumberForm nationalId();

    /** The date of birth that a national id tells, where it tells one. */
    Optional<LocalDate> birthDate(String nationalId);

    NumberForm companyNumber();

    /** What money can be paid to. */
    NumberForm account();

    /** The number of a vehicle. */
    NumberForm vehicle();

    /** The languages in which contracts are written, the binding one first. */
    List<String> languages();

    /** The law's figures. */
    Law law();

    static Market of(Jurisdiction jurisdiction) {
        return switch (jurisdiction) {
            case CN -> China.MARKET;
            case IE -> Ireland.MARKET;
        };
    }

    /** Of a code that was checked before. */
    static Market named(String jurisdiction) {
        return of(Jurisdiction.named(jurisdiction));
    }
}
