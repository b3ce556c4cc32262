package tallystick.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * One law of the house.
 *
 * @param sentence the law, beginning with its line in the list of who may know whom, where it has one
 * @param about the rooms that must obey; when none of them is built yet there is nothing to check
 * @param culprit the class of the bad house that breaks this law
 * @param law the check, for one house or another
 */
record Rule(String sentence, List<Room> about, String culprit, Function<House, ArchRule> law) {
    ArchRule in(House house) {
        return law.apply(house).as(sentence).allowEmptyShould(false);
    }

    @Override
    public String toString() {
        return sentence;
    }
}
