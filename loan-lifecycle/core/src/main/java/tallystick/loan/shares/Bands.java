package tallystick.loan.shares;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tallystick.loan.engine.Ownership;

/**
 * Who owns which part of a total that grows and shrinks, in minor units: from zero up, band by band, each with owners of its
 * own. What an owner has follows from the total alone, whatever way it came about: amounts that come and go leave no cent
 * behind, and at zero nobody has anything.
 */
public record Bands(List<Band> bands) {
    /**
     * From where the band before ends.
     *
     * @param upTo null for the last one, which has no end
     */
    public record Band(@Nullable Long upTo, List<Part> parts) {
        public Band {
            parts = List.copyOf(parts);
        }

        private boolean endsBy(long total) {
            return upTo != null && upTo <= total;
        }
    }

    /** What one owns of a band. */
    public record Part(String owner, BigDecimal share) {}

    public Bands {
        bands = List.copyOf(bands);
    }

    public static Bands of(List<Part> parts) {
        return new Bands(List.of(new Band(null, parts)));
    }

    /** What each owner has of a total; of one below zero, as of one above it. */
    public Map<String, Long> of(long total) {
        var has = new TreeMap<String, Long>();
        var from = 0L;
        for (var band : bands) {
            var to = band.endsBy(Math.abs(total)) ? band.upTo() : Long.valueOf(Math.abs(total));
            if (to != null && to > from) {
                add(band, to, 1, has);
                add(band, from, -1, has);
                from = to;
            }
        }
        has.replaceAll((_, units) -> total < 0 ? -units : units);
        return has;
    }

    /** By how much what each owner has changes with the total; nothing of those to whom nothing happens. */
    public Map<String, Long> between(long before, long after) {
        var changed = new TreeMap<>(of(after));
        of(before).forEach((owner, units) -> changed.merge(owner, -units, Long::sum));
        changed.values().removeIf(units -> units == 0);
        return changed;
    }

    private static void add(Band band, long total, int sign, Map<String, Long> has) {
        if (band.parts().size() == 1) {
            has.merge(band.parts().getFirst().owner(), sign * total, Long::sum); // Most loans: all of it ours.
            return;
        }
        var shares = new LinkedHashMap<String, BigDecimal>();
        band.parts().forEach(part -> shares.put(part.owner(), part.share()));
        new Ownership(shares).split(total).forEach((owner, units) -> has.merge(owner, sign * units, Long::sum));
    }

    /**
     * With other owners from one total to another.
     *
     * @param to null for no end
     */
    Bands changed(long from, @Nullable Long to, UnaryOperator<List<Part>> change) {
        var next = new ArrayList<Band>();
        for (var band : cut(from).cut(to == null ? from : to).bands) {
            var start = next.isEmpty() ? Long.valueOf(0) : next.getLast().upTo();
            var within = start != null && start >= from && (to == null || start < to);
            next.add(within ? new Band(band.upTo(), change.apply(band.parts())) : band);
        }
        return new Bands(next);
    }

    /** From one total to a greater one. */
    public record Section(long from, long to) {
        public long units() {
            return to - from;
        }

        /** What of it lies below a total. */
        Section below(long total) {
            return new Section(Math.min(from, total), Math.min(to, total));
        }

        Section above(long total) {
            return new Section(Math.max(from, total), Math.max(to, total));
        }
    }

    /** The next so many units above a total, of bands that may be taken. */
    List<Section> above(long total, long units, Predicate<List<Part>> free) {
        var sections = new ArrayList<Section>();
        var left = units;
        for (var band : owned(free)) {
            var there = band.above(total);
            var part = Math.min(left, there.units());
            if (part > 0) {
                sections.add(new Section(there.from(), there.from() + part));
                left -= part;
            }
        }
        return sections;
    }

    /** The next so many units below a total, of bands that may be taken. */
    List<Section> below(long total, long units, Predicate<List<Part>> free) {
        var sections = new ArrayList<Section>();
        var left = units;
        for (var band : owned(free).reversed()) {
            var there = band.below(total);
            var part = Math.min(left, there.units());
            if (part > 0) {
                sections.add(new Section(there.to() - part, there.to()));
                left -= part;
            }
        }
        return sections;
    }

    /** Of those whose parts are such; a band without an end has no units that can be counted. */
    List<Section> owned(Predicate<List<Part>> such) {
        var sections = new ArrayList<Section>();
        var from = 0L;
        for (var band : bands) {
            var to = band.upTo() == null ? Long.MAX_VALUE : band.upTo();
            if (such.test(band.parts())) {
                sections.add(new Section(from, to));
            }
            from = to;
        }
        return sections;
    }

    /** What each has of some sections. */
    public Map<String, Long> in(List<Section> sections) {
        var has = new TreeMap<String, Long>();
        for (var section : sections) {
            between(section.from(), section.to()).forEach((owner, units) -> has.merge(owner, units, Long::sum));
        }
        return has;
    }

    /** With the same owners for all of some sections. */
    Bands given(List<Section> sections, List<Part> parts) {
        var next = this;
        for (var section : sections) {
            next = next.changed(section.from(), section.to(), _ -> parts);
        }
        return next;
    }

    private Bands cut(long at) {
        var next = new ArrayList<Band>();
        var from = 0L;
        for (var band : bands) {
            if (from < at && (band.upTo() == null || at < band.upTo())) {
                next.add(new Band(at, band.parts()));
            }
            next.add(band);
            from = band.upTo() == null ? from : band.upTo();
        }
        return new Bands(next);
    }
}
