package tallystick.runtime.web.writes;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tallystick.runtime.web.json.WebJson;

/** A whole answer, as it is sent and, where no state can render it again, stored. */
public record Said(int status, Map<String, String> headers, String body) {
    public Said {
        headers = new TreeMap<>(headers);
    }

    /** An answer with a body of our JSON. */
    public static Said json(int status, Map<String, String> headers, Object body) {
        return new Said(status, headers, WebJson.get().writeValueAsString(body))
                .with("Content-Type", MediaType.APPLICATION_JSON_VALUE);
    }

    ResponseEntity<byte[]> entity() {
        var answer = ResponseEntity.status(status);
        headers.forEach(answer::header);
        return answer.body(body.getBytes(StandardCharsets.UTF_8));
    }

    Said with(String name, String value) {
        var all = new TreeMap<>(headers);
        all.put(name, value);
        return new Said(status, all, body);
    }
}
