package tallystick.loan.columns;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as text arrays for {@code unnest(?::date[], ...)}, which makes them what they are again: a statement for any number
 * of rows, and never longer.
 */
public final class Columns<T> {
    private final List<T> rows;
    private final List<Object> columns = new ArrayList<>();

    /** One value of a row; null stays null. */
    @FunctionalInterface
    public interface Column<T> {
        @Nullable
        Object of(T row);
    }

    private Columns(List<T> rows) {
        this.rows = List.copyOf(rows);
    }

    public static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    /** One column more, in the order of the statement's parameters. */
    public Columns<T> with(Column<? super T> column) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (var i = 0; i < texts.length; i++) {
            var value = column.of(rows.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        columns.add(texts);
        return this;
    }

    public Object[] parameters() {
        return columns.toArray();
    }
}
