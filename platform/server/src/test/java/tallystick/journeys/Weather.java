package tallystick.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tallystick.bank.sandbox.Fault;
import tallystick.bank.sandbox.SandboxControls.Planned;

/** What goes wrong with every fourth order: the line breaks, the answer is noise, the callback is lost or comes thrice. */
final class Weather {
    private static final List<Fault> FAULTS =
            List.of(Fault.RESET, Fault.DROP, Fault.STATUS_500, Fault.GARBAGE, Fault.DUPLICATE, Fault.REORDER);

    private Weather() {}

    /** Where it is to die over a question, the bank calls back about none: all are asked about. */
    static List<Planned> over(Crash crash, int orders, long seed) {
        if (crash.moment().endsWith(" ask")) {
            return IntStream.rangeClosed(1, orders)
                    .boxed()
                    .flatMap(nth -> Stream.of("PayOut", "Collect").map(on -> new Planned(on, nth, Fault.DROP)))
                    .toList();
        }
        var random = new SplittableRandom(seed);
        var planned = new ArrayList<Planned>();
        for (var nth = 1; nth <= orders; nth += 4) {
            var fault = FAULTS.get(random.nextInt(FAULTS.size()));
            planned.add(new Planned("PayOut", nth, fault));
            planned.add(new Planned("Collect", nth, fault));
        }
        planned.set(0, new Planned("PayOut", 1, Fault.RESET)); // At least one is asked about.
        planned.set(1, new Planned("Collect", 1, Fault.RESET));
        return planned;
    }
}
