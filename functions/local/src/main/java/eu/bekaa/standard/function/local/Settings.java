package eu.bekaa.standard.function.local;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/// What the environment says.
/// @param port `STANDARD_PORT`, 8080 unless said
/// @param home `STANDARD_HOME`, `.local` unless said: everything that survives a restart
/// @param demo `STANDARD_DEMO`: whether an assessment is taken to its report for show
record Settings(int port, Path home, boolean demo) {
    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    /// @throws StartFailure when a variable makes no sense
    static Settings of(Map<String, String> environment) {
        return new Settings(port(environment), home(environment), demo(environment));
    }

    String url() {
        return "http://localhost:" + port;
    }

    private static int port(Map<String, String> environment) {
        var text = environment.getOrDefault("STANDARD_PORT", "");
        if (text.isBlank()) {
            return DEFAULT_PORT;
        }
        var sense = text.strip().matches("[0-9]{1,5}");
        var port = sense ? Integer.parseInt(text.strip()) : 0;
        if (port < 1 || port > HIGHEST_PORT) {
            throw new StartFailure(
                    "STANDARD_PORT must be a number from 1 to " + HIGHEST_PORT + ", not '" + text + "'.");
        }
        return port;
    }

    private static Path home(Map<String, String> environment) {
        var text = environment.getOrDefault("STANDARD_HOME", "");
        try {
            return Path.of(text.isBlank() ? ".local" : text).toAbsolutePath().normalize();
        } catch (InvalidPathException noPath) {
            throw new StartFailure("STANDARD_HOME is not a directory name: '" + text + "'.");
        }
    }

    private static boolean demo(Map<String, String> environment) {
        return switch (environment.getOrDefault("STANDARD_DEMO", "").strip()) {
            case "", "true" -> true;
            case "false" -> false;
            case String other -> throw new StartFailure("STANDARD_DEMO must be true or false, not '" + other + "'.");
        };
    }
}
