package tallystick.runtime.web.lists;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * One request for a page, checked: the filters are those of the route's {@code @Filters}, the cursor is ours and belongs
 * to this list and these filters. Rows come newest first, by keys that never change.
 */
public final class Listing {
    private final String path;
    private final Map<String, String> filters;
    private final int limit;
    private final List<String> after;
    private final Cursors cursors;

    Listing(String path, Map<String, String> filters, int limit, List<String> after, Cursors cursors) {
        this.path = path;
        this.filters = Map.copyOf(filters);
        this.limit = limit;
        this.after = List.copyOf(after);
        this.cursors = cursors;
    }

    public Optional<String> filter(String name) {
        return Optional.ofNullable(filters.get(name));
    }

    /** The part of a query that finds this page and one row more, over columns that together are unique. */
    public Keyset by(Column... columns) {
        return new Keyset(List.of(columns), after, limit);
    }

    /**
     * The answer.
     *
     * @param rows as the keyset found them: at most one more than the page holds
     * @param keys the values of the keyset's columns in a row, in their order
     */
    public <R, T> ResponseEntity<Page<T>> answer(
            List<R> rows, Function<? super R, List<String>> keys, Function<? super R, T> show) {
        var shown = rows.stream().limit(limit).toList();
        var items = shown.stream().<T>map(show).toList();
        if (rows.size() <= limit) {
            return ResponseEntity.ok(new Page<>(items, null));
        }
        var next = cursors.write(path, filters, keys.apply(shown.getLast()));
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(link(next)))
                .body(new Page<>(items, next));
    }

    private String link(String next) {
        var query = Stream.concat(
                        filters.entrySet().stream().sorted(Map.Entry.comparingByKey()),
                        Stream.of(Map.entry("limit", Integer.toString(limit)), Map.entry("cursor", next)))
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return path + "?" + query;
    }
}
