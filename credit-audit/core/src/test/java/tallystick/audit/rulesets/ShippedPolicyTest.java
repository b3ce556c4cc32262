package tallystick.audit.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tallystick.rules.RuleFiles;

class ShippedPolicyTest {
    /** A file that {@code index.txt} forgets would be checked by the build and never decide. */
    @Test
    void whatIsShippedIsTheWholeFolder() {
        var folder = RuleFiles.fromFolder(Path.of("../../rules/policies/src/main/resources/policies"));
        assertThat(RuleFiles.fromClassPath("policies").hash()).isEqualTo(folder.hash());
    }
}
