package tallystick.loan.engine.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import tallystick.kernel.Rate;
import tallystick.loan.engine.Component;

/** The caps that come with the engine, each with its source. Lenders add their own. */
public final class CostCaps {
    private static final String FILE = "caps-1.csv";
    private static final String HEADER = "id,measure,value,multiple,index,counts,valid_from,source";
    private static final int COLUMNS = 8;
    private static final List<CostCap> ALL = parse(lines());

    private CostCaps() {}

    public static List<CostCap> all() {
        return ALL;
    }

    public static Optional<CostCap> of(String id) {
        return ALL.stream().filter(cap -> cap.id().equals(id)).findFirst();
    }

    static List<CostCap> parse(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("#") && !line.equals(HEADER))
                .map(CostCaps::cap)
                .toList();
    }

    private static CostCap cap(String line) {
        var columns = line.split(",", COLUMNS);
        if (columns.length != COLUMNS || columns[COLUMNS - 1].isBlank()) {
            throw new IllegalArgumentException("Expected %s in %s; found '%s'.".formatted(HEADER, FILE, line));
        }
        return new CostCap(
                columns[0],
                CostCap.Measure.valueOf(columns[1]),
                columns[2].isEmpty() ? null : Rate.of(columns[2]),
                columns[3].isEmpty() ? null : new BigDecimal(columns[3]),
                columns[4].isEmpty() ? null : columns[4],
                Arrays.stream(columns[5].split(" ", -1)).map(Component::valueOf).collect(Collectors.toSet()),
                LocalDate.parse(columns[6]),
                columns[7]);
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(CostCaps.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
