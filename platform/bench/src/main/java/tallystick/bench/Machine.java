package tallystick.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a figure was measured on: the processor as lscpu names it, memory, kernel, JDK and how busy it was besides. */
final class Machine {
    private Machine() {}

    static Map<String, String> describe() throws IOException {
        var facts = new LinkedHashMap<String, String>();
        facts.put(
                "processor",
                line("/proc/cpuinfo", "model name") + ", "
                        + Runtime.getRuntime().availableProcessors() + " cores, " + line("/proc/cpuinfo", "cache size")
                        + " cache");
        facts.put("memory", line("/proc/meminfo", "MemTotal"));
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("jdk", Runtime.version() + ", " + System.getProperty("java.vendor"));
        facts.put(
                "load average at the end",
                Files.readString(Path.of("/proc/loadavg")).strip());
        return facts;
    }

    private static String line(String file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceFirst(".*:\\s*", ""))
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
