package tallystick.rules.guarded;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tallystick.rules.guarded.Token.Kind;

/** Cuts a rule file into tokens. What could be read in two ways, by us and by a compiler, is refused here. */
final class Scanner {
    private static final int LONGEST_FILE = 100_000;
    private static final int LONGEST_TEXT = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*(-[A-Za-z][A-Za-z0-9_$]*)*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(?![0-9A-Za-z_.])");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\n]+|//[^\\n]*|/\\*([^*]|\\*(?!/))*\\*/");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Scanner(String source) {
        this.source = source;
    }

    static List<Token> tokens(String source) throws NotAllowed {
        var scanner = new Scanner(source);
        scanner.mustBePlain();
        while (!scanner.isAtEnd()) {
            scanner.next();
        }
        scanner.add(Kind.END, "", 0);
        return scanner.tokens;
    }

    /** A compiler reads an escape anywhere, even in a comment, before it reads anything else. */
    private void mustBePlain() throws NotAllowed {
        if (source.length() > LONGEST_FILE) {
            throw here("drl-size", "The file is longer than %,d characters.".formatted(LONGEST_FILE), "Split it.");
        }
        for (at = 0; at < source.length(); at++) {
            var c = source.charAt(at);
            if (c == '\\') {
                throw here("drl-escape", "The file has an escape.", "Write the character itself.");
            }
            if ((c < ' ' && c != '\n' && c != '\t') || Character.isSurrogate(c) || isFormat(c)) {
                throw here("drl-character", "The file has a character that cannot be seen.", "Take it out.");
            }
            newLine(c);
        }
        at = 0;
        line = 1;
        lineStart = 0;
    }

    private static boolean isFormat(char c) {
        return c > '~'
                && List.of((int) Character.FORMAT, (int) Character.CONTROL).contains(Character.getType(c));
    }

    private void newLine(char c) {
        if (c == '\n') {
            line++;
            lineStart = at + 1;
        }
    }

    private boolean isAtEnd() {
        var space = SPACE.matcher(source).region(at, source.length());
        while (space.lookingAt()) {
            for (; at < space.end(); at++) {
                newLine(source.charAt(at));
            }
            space.region(at, source.length());
        }
        return at >= source.length();
    }

    private void next() throws NotAllowed {
        var c = source.charAt(at);
        if (c == '"') {
            text();
        } else if (take(NAME, Kind.NAME) || take(NUMBER, Kind.NUMBER)) {
            return;
        } else if (source.startsWith("&&", at) || source.startsWith("||", at)) {
            add(Kind.SIGN, source.substring(at, at + 2), 2);
        } else {
            add(Kind.SIGN, String.valueOf(c), 1);
        }
    }

    private boolean take(Pattern pattern, Kind kind) {
        var found = pattern.matcher(source).region(at, source.length());
        if (!found.lookingAt()) {
            return false;
        }
        add(kind, found.group(), found.end() - at);
        return true;
    }

    private void text() throws NotAllowed {
        var end = source.indexOf('"', at + 1);
        var text = end < 0 ? "" : source.substring(at + 1, end);
        if (end < 0 || text.indexOf('\n') >= 0 || text.length() > LONGEST_TEXT) {
            throw here("drl-text", "The text does not end on its line, or is too long.", "Close it with a quote.");
        }
        add(Kind.TEXT, text, text.length() + 2);
    }

    private void add(Kind kind, String text, int length) {
        tokens.add(new Token(kind, text, line, at - lineStart + 1));
        at += length;
    }

    private NotAllowed here(String code, String said, String remedy) {
        return new NotAllowed(line, at - lineStart + 1, code, said, remedy);
    }
}
