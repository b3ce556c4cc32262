package tallystick.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All classes below one root package: ours, or the bad one that proves the rules. */
record House(String root) {
    static final House OURS = new House("tallystick");
    static final House BAD = new House("tallystick.architecture.badhouse");

    JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(location -> equals(BAD) || belongsToUs(location))
                .importPackages(root);
    }

    DescribedPredicate<JavaClass> in(Room... rooms) {
        return DescribedPredicate.describe(
                "in " + Arrays.toString(rooms), known -> Stream.of(rooms).anyMatch(room -> holds(room, known)));
    }

    DescribedPredicate<JavaClass> inAny() {
        return DescribedPredicate.describe("in the house", this::owns);
    }

    /** Libraries and the JDK. */
    DescribedPredicate<JavaClass> outside() {
        return DescribedPredicate.not(inAny()).as("outside the house");
    }

    /** Packages below the root, and what is below them. */
    DescribedPredicate<JavaClass> below(String... packages) {
        return DescribedPredicate.describe(
                "in " + List.of(packages),
                known -> Stream.of(packages)
                        .anyMatch(name -> (known.getPackageName() + ".").startsWith(root + "." + name + ".")));
    }

    boolean holds(Room room, JavaClass known) {
        return owns(known) && room.holds(belowRoot(known));
    }

    private boolean owns(JavaClass known) {
        return (known.getPackageName() + ".").startsWith(root + ".");
    }

    private String belowRoot(JavaClass known) {
        var name = known.getPackageName();
        return name.length() > root.length() ? name.substring(root.length() + 1) : "";
    }

    /** What is shipped, and of the tests the reference context. */
    private static boolean belongsToUs(Location location) {
        return location.contains("/tallystick/reference/")
                || (!location.contains("/test-classes/") && !location.contains("-tests.jar"));
    }
}
