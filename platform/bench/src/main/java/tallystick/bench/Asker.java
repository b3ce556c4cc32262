package tallystick.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody who asks over HTTP with one token for all. */
final class Asker {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String address;
    private final String token;

    /** One who reads as finance does. */
    Asker(String address, Path dataFolder) throws IOException, InterruptedException {
        this(address, dataFolder, "finance");
    }

    Asker(String address, Path dataFolder, String user) throws IOException, InterruptedException {
        this.address = address;
        var users = Files.readString(dataFolder.resolve("users.properties"));
        var password = Pattern.compile("(?m)^" + user + "=(.*)$").matcher(users);
        if (!password.find()) {
            throw new IOException("Expected the password of " + user + " in " + dataFolder + ".");
        }
        var login =
                Base64.getEncoder().encodeToString((user + ":" + password.group(1)).getBytes(StandardCharsets.UTF_8));
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/tokens"))
                        .header("Authorization", "Basic " + login)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        var found = Pattern.compile("\"token\":\"([^\"]*)\"").matcher(answer.body());
        if (!found.find()) {
            throw new IOException("Expected a token; found " + answer.statusCode() + ".");
        }
        token = found.group(1);
    }

    /** Says what came back. */
    String post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    /** How long the answer took. */
    double millis(String path) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("Expected 200; found %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
