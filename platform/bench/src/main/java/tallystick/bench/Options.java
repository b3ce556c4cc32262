package tallystick.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was asked for as {@code name=value}; each measurement has its own defaults. */
record Options(Map<String, String> values) {
    static Options of(String[] args) {
        var values = new HashMap<String, String>();
        for (int i = 1; i < args.length; i++) {
            var parts = args[i].split("=", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("Expected name=value, such as rounds=5; found " + args[i] + ".");
            }
            values.put(parts[0], parts[1]);
        }
        return new Options(values);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
    }

    Duration seconds(int otherwise) {
        return Duration.ofSeconds(number("seconds", otherwise));
    }

    List<Integer> numbers(String name, String otherwise) {
        return Arrays.stream(values.getOrDefault(name, otherwise).split(","))
                .map(Integer::valueOf)
                .toList();
    }
}
