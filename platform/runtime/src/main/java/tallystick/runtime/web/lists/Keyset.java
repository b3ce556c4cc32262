package tallystick.runtime.web.lists;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the rows behind the last one seen, newest first.
 *
 * <pre>{@code
 * var page = listing.by(new Column("at", "timestamptz"), new Column("id", "text"));
 * jdbc.sql("select ... from t where owner = :owner and " + page.where() + page.order()).params(page.params())
 * }</pre>
 */
public record Keyset(List<Column> columns, List<String> after, int limit) {
    /** True for every row when this is the first page. */
    public String where() {
        if (after.isEmpty()) {
            return "true";
        }
        var values = IntStream.range(0, columns.size())
                .mapToObj(
                        i -> "cast(:after%d as %s)".formatted(i, columns.get(i).type()))
                .collect(Collectors.joining(", "));
        return "(%s) < (%s)".formatted(names(""), values);
    }

    public String order() {
        return " order by " + names(" desc") + " limit " + (limit + 1);
    }

    public Map<String, Object> params() {
        var params = new LinkedHashMap<String, Object>();
        for (var i = 0; i < after.size(); i++) {
            params.put("after" + i, after.get(i));
        }
        return params;
    }

    private String names(String suffix) {
        return columns.stream().map(column -> column.name() + suffix).collect(Collectors.joining(", "));
    }
}
