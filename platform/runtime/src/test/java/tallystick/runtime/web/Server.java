package tallystick.runtime.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tallystick.runtime.testing.TestDatabase;

/** A server with the whole runtime, the real database and the reference context, on a free port. */
final class Server implements AutoCloseable {
    static final String PASSWORD = "correct horse";

    private static final class Shared {
        static final Server SERVER = start(TestDatabase.fresh());
    }

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private Server(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** One for all tests that change nothing about it. */
    static Server shared() {
        return Shared.SERVER;
    }

    static Server start(TestDatabase database, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--tallystick.sealing.master-key=" + Base64.getEncoder().encodeToString(new byte[32]),
                "--tallystick.data-dir=" + folder()));
        for (var user : List.of("officer", "officer2", "operations", "auditor", "finance", "bank")) {
            arguments.add("--tallystick.users." + user + ".password=" + PASSWORD);
        }
        database.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of(settings));
        return new Server(new SpringApplicationBuilder(ReferenceServer.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    /** A request as a user, with a body of JSON when there is one. */
    Call call(String method, String path) {
        return new Call(this, method, path);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    static String basic(String user) {
        var login = user + ":" + PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), "data-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
