package tallystick.loan.quotes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;
import tallystick.loan.api.Quote;
import tallystick.loan.engine.LoanTerms;
import tallystick.loan.engine.Schedule;
import tallystick.loan.engine.cost.CapCheck;
import tallystick.loan.engine.cost.CostCap;
import tallystick.loan.engine.cost.CostCaps;
import tallystick.runtime.web.ValueNotAllowed;

/** A cap that a caller asks about, with the index it may need. */
record Caps(CostCap cap, Rate index, String at) {
    static List<Caps> of(List<QuotesController.Asked.Cap> asked) {
        var caps = new ArrayList<Caps>();
        for (var each : asked) {
            var at = "/caps/" + caps.size();
            var cap = CostCaps.of(each.id()).orElseThrow(() -> unknown(at, each.id()));
            caps.add(new Caps(cap, index(cap, each.index(), at), at));
        }
        return caps;
    }

    private static ValueNotAllowed unknown(String at, String id) {
        var known = CostCaps.all().stream().map(CostCap::id).toList();
        return ValueNotAllowed.at(at + "/id", "unknown", "one of " + known, id);
    }

    private static Rate index(CostCap cap, @Nullable Rate index, String at) {
        if (cap.index() != null && index == null) {
            throw ValueNotAllowed.at(at + "/index", "required", "where %s stands".formatted(cap.index()), "none");
        }
        return index == null ? Rate.ZERO : index;
    }

    /** Against the law of the day of the first payout. */
    Quote.CapTest test(LoanTerms terms, Schedule schedule) {
        if (!cap.isValidOn(terms.start())) {
            throw ValueNotAllowed.at(
                    at + "/id",
                    "not-in-force",
                    "a cap in force on %s".formatted(terms.start()),
                    "%s, in force from %s".formatted(cap.id(), cap.validFrom()));
        }
        var holds = new CapCheck(cap, index, terms, schedule).holds();
        return new Quote.CapTest(cap.id(), cap.limit(index), holds, cap.source());
    }
}
