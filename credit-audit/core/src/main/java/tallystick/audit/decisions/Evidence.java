package tallystick.audit.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.rules.RuleFinding;
import tallystick.runtime.web.json.WebJson;

/** What findings looked at: personal, and so sealed beside them in their order. */
record Evidence(Map<String, String> facts, RuleFinding.@Nullable Distance distance) {
    static final Evidence GONE = new Evidence(Map.of(), null);

    static String json(List<RuleFinding> findings) {
        return WebJson.get()
                .writeValueAsString(findings.stream()
                        .map(finding -> new Evidence(finding.facts(), finding.distance()))
                        .toList());
    }

    static List<Evidence> read(String json) {
        return new ArrayList<>(List.of(WebJson.get().readValue(json, Evidence[].class)));
    }
}
