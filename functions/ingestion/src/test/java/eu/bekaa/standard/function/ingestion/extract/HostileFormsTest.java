package eu.bekaa.standard.function.ingestion.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import eu.bekaa.standard.function.ingestion.extract.Forms.Expectation;
import eu.bekaa.standard.function.ingestion.extract.Forms.Form;
import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every hostile form is read, or refused with a reason for people, within the deadline, without a connection to
/// anywhere, in a heap that has 256 MB more than an idle one: a JVM of its own tries them all.
class HostileFormsTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    /// What runs in that JVM: prints a line for each form that misbehaves, and how many there were.
    static final class Trial {
        /// Processor time: other programs on the machine are not the file's fault.
        private static final OperatingSystemMXBean CLOCK =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        private static final AtomicInteger CALLS = new AtomicInteger();

        private Trial() {}

        @SuppressWarnings("deprecation") // the one way to see every attempt
        public static void main(String[] arguments) throws IOException {
            Socket.setSocketImplFactory(() -> {
                CALLS.incrementAndGet();
                throw new IllegalStateException("A file makes us call somewhere.");
            });
            var forms = Forms.all();
            forms.forEach(Trial::attempt);
            System.out.println("forms: " + forms.size());
        }

        private static void attempt(Form form) {
            var bytes = form.bytes().get();
            int calls = CALLS.get();
            long start = CLOCK.getProcessCpuTime();
            var outcome = outcome(form, bytes);
            var took = Duration.ofNanos(CLOCK.getProcessCpuTime() - start);
            if (took.compareTo(LIMIT) > 0) {
                System.out.println("SLOW " + form.name() + ": " + took);
            }
            if (CALLS.get() > calls) {
                System.out.println("CALLS " + form.name());
            }
            if (!outcome.isEmpty()) {
                System.out.println("WRONG " + form.type() + " " + form.name() + ": " + outcome);
            }
        }

        private static String outcome(Form form, byte[] bytes) {
            try {
                var text = new Extraction().extract(form.type(), bytes);
                var leaked = text.toString().contains("root:") || text.isBlank();
                return form.expectation() == Expectation.REFUSED || leaked ? "was read" : "";
            } catch (UnreadableDocument refused) {
                return refused.getMessage().startsWith("The file ") ? "" : refused.toString();
            } catch (RuntimeException | Error failure) {
                return failure.toString();
            }
        }
    }

    @Test
    void everyHostileFormIsReadOrRefusedInTimeInLittleMemoryWithoutCallingAnyone() throws Exception {
        var said = directory.resolve("said.txt");
        var trial = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx320m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Trial.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(trial.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            trial.destroyForcibly();
        }
        assertThat(trial.exitValue()).as("see %s", said).isZero();
        var lines = Files.readAllLines(said).stream()
                .filter(line -> line.matches("(SLOW|CALLS|WRONG|forms:).*"))
                .toList();
        assertThat(lines).hasSize(1).first().asString().startsWith("forms: ");
        assertThat(Integer.parseInt(lines.getFirst().substring(7))).isGreaterThan(300);
    }
}
