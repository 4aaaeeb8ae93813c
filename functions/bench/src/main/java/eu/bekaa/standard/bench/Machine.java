package eu.bekaa.standard.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/// What the figures were measured on.
public final class Machine {
    private Machine() {}

    /// Load average of the last minute.
    public static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /// Processor, cores, memory, system and Java.
    static String description() {
        return "%s, %d cores, %d GB, %s, Java %s"
                .formatted(
                        line("/proc/cpuinfo", "model name"),
                        Runtime.getRuntime().availableProcessors(),
                        kilobytes("/proc/meminfo", "MemTotal") >> 20,
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        System.getProperty("java.version"));
    }

    /// What a process holds in memory now, in MB; 0 where the system does not tell.
    public static long residentMegabytes(long pid) {
        return kilobytes("/proc/" + pid + "/status", "VmRSS") >> 10;
    }

    /// The most a process has ever held in memory, in MB; 0 where the system does not tell.
    public static long peakMegabytes(long pid) {
        return kilobytes("/proc/" + pid + "/status", "VmHWM") >> 10;
    }

    private static long kilobytes(String file, String key) {
        var digits = line(file, key).replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private static String line(String file, String key) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException absent) {
            return "unknown";
        }
    }
}
