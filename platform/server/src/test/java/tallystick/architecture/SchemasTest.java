package tallystick.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemasTest {
    private static final Path ROOT = root(Path.of("").toAbsolutePath());
    private static final Path BAD = Path.of("src/test/java/tallystick/architecture/badhouse");

    @Test
    void nobodyReachesIntoTheSchemaOfSomebodyElse() throws IOException {
        var uses = Stream.concat(
                        folders("src/main/java/tallystick").flatMap(root -> Schemas.inSources(root).stream()),
                        folders("src/main/resources/db").flatMap(root -> Schemas.inMigrations(root).stream()))
                .toList();
        assertThat(uses)
                .as("SQL that is found at all")
                .anyMatch(use -> use.schema().equals("store") && use.writes());
        assertThat(uses).allMatch(Schemas.Use::isLawful);
    }

    @Test
    void theBadHouseIsCaught() {
        var caught = Stream.concat(Schemas.inSources(BAD).stream(), Schemas.inMigrations(BAD.resolve("db")).stream())
                .filter(use -> !use.isLawful())
                .map(use -> use.file().getFileName() + " " + use.schema() + "." + use.table());
        assertThat(caught)
                .containsExactlyInAnyOrder(
                        "ReadsForeignTables.java audit.decisions",
                        "ReadsKeys.java keys.masters",
                        "WritesStore.java store.head",
                        "WritesStore.java store.claims",
                        "V1__foreign.sql loan.balances");
    }

    private static Stream<Path> folders(String ending) throws IOException {
        try (var walk = Files.walk(ROOT, 12)) {
            return List.copyOf(walk.filter(Files::isDirectory)
                            .filter(folder -> folder.endsWith(ending))
                            .toList())
                    .stream();
        }
    }

    private static Path root(Path folder) {
        var parent = folder.getParent();
        return parent == null || Files.exists(folder.resolve("mvnw")) ? folder : root(parent);
    }
}
