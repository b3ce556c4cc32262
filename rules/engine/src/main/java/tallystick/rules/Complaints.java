package tallystick.rules;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that an author sees everything at once. */
final class Complaints {
    private final List<Remark> remarks = new ArrayList<>();

    void add(String file, int line, int column, String code, String text, String remedy) {
        remarks.add(new Remark(Remark.Severity.ERROR, file, line, column, code, text, remedy));
    }

    /** About a whole line. */
    void add(String file, int line, String code, String text, String remedy) {
        add(file, line, 1, code, text, remedy);
    }

    void warn(String file, int line, String code, String text, String remedy) {
        remarks.add(new Remark(Remark.Severity.WARNING, file, line, 1, code, text, remedy));
    }

    void otherKind(String file, Stage stage, RuleKind kind) {
        add(
                file,
                1,
                "other-kind",
                "A %s set has no rules of the stage %s.".formatted(kind.text(), stage.text()),
                "Take the file away, or send it with a set of another kind.");
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    void throwErrors() {
        if (remarks.stream().anyMatch(remark -> remark.severity() == Remark.Severity.ERROR)) {
            throw new RuleSetInvalid(remarks());
        }
    }
}
