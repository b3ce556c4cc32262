package tallystick.audit.facts;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tallystick.kernel.Sha256;

/**
 * A credit bureau over a made-up population: everybody has the record that follows from their id, always the same. What is
 * in it hangs together, since all of it follows from how well somebody pays. Some have no record, some a young one, a few
 * have it frozen.
 */
public final class SimulatedBureau extends Simulated {
    private static final int OF_ALL = 1000;

    public SimulatedBureau() {
        super("bureau");
    }

    @Override
    public Optional<String> consent() {
        return Optional.of("CREDIT_BUREAU");
    }

    @Override
    Map<String, String> facts(Subject subject) {
        return record(subject.party().value());
    }

    static Map<String, String> record(String party) {
        var chance = new SplittableRandom(new BigInteger(Sha256.hex(party).substring(0, 16), 16).longValue());
        var facts = new TreeMap<String, String>();
        facts.put("bureau.alert", chance.nextInt(OF_ALL) < 5 ? "FREEZE" : "NONE");
        facts.put("bureau.reportAgeDays", chance.nextInt(OF_ALL) < 20 ? "45" : "0");
        if (chance.nextInt(OF_ALL) < 40) {
            facts.put("bureau.hit", "NO");
            return facts;
        }
        facts.put("bureau.hit", "YES");
        conduct(facts, chance.nextInt(OF_ALL), chance);
        return facts;
    }

    /** @param worse how badly somebody pays, in thousandths of the population */
    private static void conduct(Map<String, String> facts, int worse, SplittableRandom chance) {
        var late = worse < 780 ? 0 : 1 + (worse - 780) / 40;
        var broken = worse >= 970;
        put(facts, "monthsOnFile", 3 + (OF_ALL - worse) * (1 + chance.nextInt(20)) / 100);
        put(facts, "dpd30Count24m", late);
        put(facts, "consecutive24m", late == 0 ? 0 : Math.max(1, late / 2));
        put(facts, "maxDpd24m", late == 0 ? chance.nextInt(20) : 30 + late * 15);
        put(facts, "currentDpd", worse >= 940 ? 35 : 0);
        put(facts, "currentOverdue", worse >= 940 ? 800 + chance.nextInt(5_000) : 0);
        put(facts, "chargeOffs", broken ? 1 : 0);
        put(facts, "guarantorPaid", worse >= 990 ? 1 : 0);
        put(facts, "publicRecords", worse >= 985 ? 1 : 0);
        put(facts, "obligations", worse < 500 ? 0 : (worse - 500) / 100 * 150);
        put(facts, "inquiries3m", worse / 200 + chance.nextInt(3));
        put(facts, "openLenders", 1 + worse / 150 + chance.nextInt(2));
        facts.put("bureau.cardUtil", hundredths(Math.min(99, worse / 12 + chance.nextInt(20))));
        facts.put("bureau.guaranteesToIncome", chance.nextInt(OF_ALL) < 20 ? "1.2" : "0");
    }

    private static void put(Map<String, String> facts, String name, int value) {
        facts.put("bureau." + name, Integer.toString(value));
    }

    private static String hundredths(int of) {
        return BigDecimal.valueOf(of)
                .movePointLeft(2)
                .setScale(2, RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
