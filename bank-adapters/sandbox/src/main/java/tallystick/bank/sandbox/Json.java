package tallystick.bank.sandbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As much JSON as a little bank needs: objects as maps, lists, strings, decimals, booleans, null. */
final class Json {
    private static final int DEEPEST = 16;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when it is no JSON */
    static @Nullable Object read(String text) {
        var json = new Json(text);
        var value = json.value(0);
        json.space();
        if (json.at != text.length()) {
            throw json.wrong();
        }
        return value;
    }

    /** @throws IllegalArgumentException when it is no JSON object */
    static Fields object(String text) {
        return new Fields(read(text));
    }

    static String write(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> {
                out.append('{');
                map.forEach((name, one) -> {
                    comma(out, '{');
                    quote(String.valueOf(name), out);
                    out.append(':');
                    write(one, out);
                });
                out.append('}');
            }
            case Iterable<?> all -> {
                out.append('[');
                all.forEach(one -> {
                    comma(out, '[');
                    write(one, out);
                });
                out.append(']');
            }
            case Number number -> out.append(number);
            case Boolean flag -> out.append(flag);
            default -> quote(value.toString(), out);
        }
    }

    private static void comma(StringBuilder out, char opening) {
        if (out.charAt(out.length() - 1) != opening) {
            out.append(',');
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 0x20) {
                out.append("\\u%04x".formatted(c));
            } else {
                out.append((char) c);
            }
        });
        out.append('"');
    }

    private @Nullable Object value(int depth) {
        space();
        if (depth > DEEPEST) {
            throw wrong();
        }
        return switch (peek()) {
            case '{' -> map(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> map(int depth) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        at++;
        while (more('}', map.isEmpty())) {
            space();
            var name = string();
            space();
            take(':');
            map.put(name, value(depth + 1));
        }
        return map;
    }

    private List<@Nullable Object> list(int depth) {
        var list = new ArrayList<@Nullable Object>();
        at++;
        while (more(']', list.isEmpty())) {
            list.add(value(depth + 1));
        }
        return list;
    }

    private boolean more(char end, boolean first) {
        space();
        if (peek() == end) {
            at++;
            return false;
        }
        if (!first) {
            take(',');
        }
        return true;
    }

    private String string() {
        take('"');
        var out = new StringBuilder();
        while (peek() != '"') {
            out.append(peek() == '\\' ? escaped() : plain());
        }
        at++;
        return out.toString();
    }

    private char plain() {
        if (peek() < 0x20) {
            throw wrong();
        }
        return text.charAt(at++);
    }

    private char escaped() {
        at++;
        var c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong();
        };
    }

    private char unicode() {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            throw wrong();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return meaning;
    }

    private BigDecimal number() {
        var end = at;
        while (end < text.length() && "+-.0123456789eE".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        var number = text.substring(at, end);
        if (!number.matches("-?(0|[1-9][0-9]{0,18})(\\.[0-9]{1,18})?")) {
            throw wrong();
        }
        at = end;
        return new BigDecimal(number);
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private void take(char wanted) {
        if (peek() != wanted) {
            throw wrong();
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("Expected JSON; found something else at character %d.".formatted(at));
    }
}
