package tallystick.rules.guarded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tallystick.rules.guarded.GuardedRule.Action;
import tallystick.rules.guarded.Token.Kind;

/** What a rule says of its case. */
final class RightSide {
    private static final int MOST_ACTIONS = 20;
    private static final Set<String> SAYING = Set.of("decline", "refer", "note");

    private final Tokens tokens;
    private final Arguments arguments;
    private final String variable;

    /** @param variable to which the left side bound the case */
    RightSide(Tokens tokens, Arguments arguments, String variable) {
        this.tokens = tokens;
        this.arguments = arguments;
        this.variable = variable;
    }

    List<Action> read(Token rule) throws NotAllowed {
        var actions = new ArrayList<Action>();
        while (!tokens.takes("end")) {
            if (actions.size() == MOST_ACTIONS) {
                throw tokens.now().refused("drl-size", "The rule says too much.", "Split it.");
            }
            actions.add(action());
        }
        if (actions.isEmpty()) {
            throw rule.refused("drl-syntax", "The rule says nothing.", "Write $case.refer(code, rank, sentence);");
        }
        return actions;
    }

    private Action action() throws NotAllowed {
        if (!tokens.now().is(variable)) {
            throw tokens.now()
                    .refused(
                            "drl-action",
                            "A rule says something about its case only.",
                            "Write %s.refer(...);".formatted(variable));
        }
        tokens.must(variable);
        tokens.must(".");
        var call = tokens.name();
        var said = SAYING.contains(call.text()) ? saying() : concluding(call);
        tokens.must(";");
        return new Action(call.text(), said);
    }

    private String saying() throws NotAllowed {
        tokens.must("(");
        var code = arguments.code();
        tokens.must(",");
        var rank = tokens.must(Kind.NUMBER, "a rank").text();
        tokens.must(",");
        var sentence = arguments.sentence();
        tokens.must(")");
        return "%s, %d, %s".formatted(code, Math.clamp(Integer.parseInt(rank), 1, 9_999), sentence);
    }

    private String concluding(Token call) throws NotAllowed {
        if (!call.is("conclude")) {
            throw call.refused(
                    "drl-action",
                    "The call '%s' is not allowed.".formatted(call.text()),
                    "Write decline, refer, note or conclude.");
        }
        tokens.must("(");
        var conclusion = arguments.conclusion();
        tokens.must(",");
        var value = tokens.now().kind() == Kind.TEXT ? arguments.word() : number();
        tokens.must(")");
        return conclusion + ", " + value;
    }

    private String number() throws NotAllowed {
        tokens.must(variable);
        tokens.must(".");
        tokens.must("number");
        return arguments.reckoned("$case.number");
    }
}
