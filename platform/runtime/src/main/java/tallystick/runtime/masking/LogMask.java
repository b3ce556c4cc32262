package tallystick.runtime.masking;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what looks like personal data or a secret in a line of log: national ids, phone and card numbers, IBANs, e-mail
 * addresses, logins and tokens. The last line of defence; messages should not hold them. Most lines hold nothing, so one
 * look at the characters decides whether any pattern is tried.
 */
public final class LogMask {
    private static final int SHORTEST_NUMBER = 8;
    private static final BigInteger IBAN_MODULUS = BigInteger.valueOf(97);

    private static final Pattern SEPARATOR = Pattern.compile("[ -]");

    private record Rule(Pattern pattern, Predicate<String> really, Mask mask) {}

    /** Each begins and ends where a word does, so that ids and hashes with long runs of digits stay whole. */
    private static final List<Rule> NUMBERS = List.of(
            new Rule(
                    Pattern.compile(
                            word("\\d{6}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]")),
                    _ -> true,
                    Mask.NATIONAL_ID),
            new Rule(
                    Pattern.compile(word("[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?")),
                    LogMask::isIban,
                    Mask.ACCOUNT),
            new Rule(
                    Pattern.compile(
                            word("[2-9]\\d{13,18}|[2-9]\\d{3}([ -])\\d{4}\\1\\d{4}\\1\\d{2,4}(?:\\1\\d{1,3})?")),
                    LogMask::isCard,
                    Mask.CARD),
            new Rule(Pattern.compile(word("(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}")), _ -> true, Mask.PHONE),
            new Rule(Pattern.compile("(?<![\\w+])\\+\\d{1,3}(?:[ -]?\\d){7,12}(?!\\w)"), _ -> true, Mask.PHONE));

    private static final List<Rule> MAIL = List.of(new Rule(
            Pattern.compile("(?<![\\w.%+-])[\\w.%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}"),
            _ -> true,
            Mask.EMAIL));

    private static final List<Rule> SECRETS = List.of(
            new Rule(Pattern.compile("(?i)(?<=\\bbasic )[A-Za-z0-9+/=_-]{8,}"), LogMask::looksRandom, Mask.ALL),
            new Rule(Pattern.compile("(?i)(?<=\\bbearer )[A-Za-z0-9._~+/=-]{8,}"), LogMask::looksRandom, Mask.ALL),
            new Rule(Pattern.compile("\\bts_[A-Za-z0-9_-]{20,}"), _ -> true, Mask.ALL),
            new Rule(Pattern.compile("\\bwhsec_[A-Za-z0-9+/=_-]+"), _ -> true, Mask.ALL),
            new Rule(Pattern.compile("\\beyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*"), _ -> true, Mask.ALL));

    private LogMask() {}

    /** The same text object when there is nothing to hide. */
    public static String of(String line) {
        var masked = line;
        if (hasSecret(line)) {
            masked = apply(SECRETS, masked);
        }
        if (line.indexOf('@') >= 0) {
            masked = apply(MAIL, masked);
        }
        return hasNumber(line) ? apply(NUMBERS, masked) : masked;
    }

    private static String apply(List<Rule> rules, String text) {
        var masked = text;
        for (Rule rule : rules) {
            var matcher = rule.pattern().matcher(masked);
            if (matcher.find()) {
                masked = matcher.reset().replaceAll(found -> hidden(rule, found));
            }
        }
        return masked;
    }

    private static String hidden(Rule rule, MatchResult found) {
        var text = found.group();
        return Matcher.quoteReplacement(rule.really().test(text) ? rule.mask().of(compact(text)) : text);
    }

    /** Spaces and dashes would take the place of digits that are to be hidden. A dash of an e-mail address stays. */
    private static String compact(String text) {
        return text.indexOf('@') < 0 ? SEPARATOR.matcher(text).replaceAll("") : text;
    }

    private static boolean hasSecret(String line) {
        return line.contains("ts_")
                || line.contains("whsec_")
                || line.contains("eyJ")
                || line.contains("asic ")
                || line.contains("earer ")
                || line.contains("ASIC ")
                || line.contains("EARER ");
    }

    /** A run of digits, spaces and dashes with enough digits in it for any of the numbers. */
    private static boolean hasNumber(String line) {
        int digits = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c >= '0' && c <= '9') {
                if (++digits >= SHORTEST_NUMBER) {
                    return true;
                }
            } else if (c != ' ' && c != '-' && (c < 'A' || c > 'Z')) {
                digits = 0;
            }
        }
        return false;
    }

    /** A word of a sentence has no digit and no capital inside. */
    private static boolean looksRandom(String text) {
        return text.chars().skip(1).anyMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '=');
    }

    /** ISO/IEC 7812-1, annex B. */
    private static boolean isCard(String text) {
        int sum = 0;
        int place = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                int doubled = place++ % 2 == 0 ? digit : 2 * digit;
                sum += doubled > 9 ? doubled - 9 : doubled;
            }
        }
        return sum % 10 == 0;
    }

    /** ISO 13616: moved to the end, the first four make the number one more than a multiple of 97. */
    private static boolean isIban(String text) {
        var packed = text.replace(" ", "");
        var number = new StringBuilder();
        (packed.substring(4) + packed.substring(0, 4)).chars().forEach(c -> number.append(Character.digit(c, 36)));
        return new BigInteger(number.toString()).mod(IBAN_MODULUS).equals(BigInteger.ONE);
    }

    private static String word(String pattern) {
        return "(?<![\\w+])(?:" + pattern + ")(?!\\w)";
    }
}
