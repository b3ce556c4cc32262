package tallystick.rules;

import java.util.List;

/** A rule set that may not run, with every reason. */
public final class RuleSetInvalid extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Remark> remarks;

    RuleSetInvalid(List<Remark> remarks) {
        super("Expected a rule set without mistakes; found %d, the first in %s line %d: %s %s"
                .formatted(
                        errors(remarks).size(),
                        errors(remarks).getFirst().file(),
                        errors(remarks).getFirst().line(),
                        errors(remarks).getFirst().text(),
                        errors(remarks).getFirst().remedy()));
        this.remarks = List.copyOf(remarks);
    }

    private static List<Remark> errors(List<Remark> remarks) {
        return remarks.stream()
                .filter(remark -> remark.severity() == Remark.Severity.ERROR)
                .toList();
    }

    public List<Remark> remarks() {
        return remarks;
    }
}
