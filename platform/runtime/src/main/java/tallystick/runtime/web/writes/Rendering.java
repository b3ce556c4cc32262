package tallystick.runtime.web.writes;

import java.util.TreeMap;
import java.util.function.Function;
import tallystick.runtime.decide.Decided;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an answer is made from a decided state. The same state always gives the same bytes, so the state is all that is
 * stored.
 */
record Rendering<S>(int status, Class<S> states, Function<Decided<S>, ?> body, Function<Decided<S>, String> location) {

    Said of(Decided<S> decided) {
        var headers = new TreeMap<String, String>();
        headers.put("ETag", "\"" + decided.version() + "\"");
        var place = location.apply(decided);
        if (!place.isEmpty()) {
            headers.put("Location", place);
        }
        return Said.json(status, headers, body.apply(decided));
    }

    Said again(StoredAnswer.Done stored, JsonMapper json) {
        return of(new Decided<>(stored.id(), stored.version(), json.treeToValue(stored.state(), states)));
    }

    /** Where the thing can be read once it shows. */
    String place(Decided<S> decided, String path) {
        var place = location.apply(decided);
        return place.isEmpty() ? path : place;
    }
}
