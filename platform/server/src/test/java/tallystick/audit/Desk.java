package tallystick.audit;

import java.util.Map;
import tallystick.journeys.Door;
import tallystick.journeys.Door.Answer;
import tools.jackson.databind.json.JsonMapper;

/** What risk teams do at the rule desk. */
record Desk(Door door) {
    private static final JsonMapper JSON = new JsonMapper();

    String live(String kind) {
        return door.get("risk-author", "/rule-sets?state=LIVE&kind=" + kind)
                .is(200)
                .text("/items/0/hash");
    }

    String text(String hash, String path) {
        return door.get("risk-author", "/rule-sets/" + hash + "/files")
                .is(200)
                .json()
                .path("files")
                .path(path)
                .asString("");
    }

    Answer upload(String kind, String comment, Map<String, String> files) {
        var sent = files.entrySet().stream()
                .map(file -> Map.of("path", file.getKey(), "text", file.getValue()))
                .toList();
        return door.post(
                "risk-author",
                "/rule-sets",
                JSON.writeValueAsString(Map.of("kind", kind, "comment", comment, "files", sent)));
    }

    /** The price of grade B for a year or less is another one, and so the saved case expects it. */
    Answer dearer(String rate) {
        var live = live("pricing");
        return upload(
                "pricing",
                "B at " + rate,
                Map.of(
                        "pricing/price.csv",
                        text(live, "pricing/price.csv").replace("0.12,B,12", rate + ",B,12"),
                        "cases/pricing/prices.csv",
                        text(live, "cases/pricing/prices.csv")
                                .replace("cash-record,B,12,,,,,,,0.12", "cash-record,B,12,,,,,,," + rate)));
    }

    Answer checked(String hash) {
        return done(door.post("risk-author", "/rule-sets/" + hash + "/checks", "{}"), hash);
    }

    Answer backtested(String hash, String day) {
        return done(
                door.post(
                        "risk-author",
                        "/rule-sets/" + hash + "/backtests",
                        "{\"from\":\"%1$s\",\"to\":\"%1$s\",\"sample\":\"1\"}".formatted(day)),
                hash);
    }

    private Answer done(Answer started, String hash) {
        var operation = "/operations/" + started.is(202).text("/id");
        var ended = door.get("risk-author", operation, "Prefer", "wait=30").is(200);
        if (!ended.text("/state").equals("SUCCEEDED")) {
            throw new AssertionError("Expected %s to succeed; found %s".formatted(operation, ended.json()));
        }
        return set(hash);
    }

    Answer set(String hash) {
        return door.get("risk-author", "/rule-sets/" + hash).is(200);
    }

    Answer approve(String hash, String body) {
        return door.post(
                "risk-approver",
                "/rule-sets/" + hash + "/approval",
                body,
                "If-Match",
                set(hash).header("ETag"));
    }

    Answer activate(String hash) {
        return door.post(
                "risk-approver",
                "/rule-sets/" + hash + "/activation",
                "{}",
                "If-Match",
                set(hash).header("ETag"));
    }
}
