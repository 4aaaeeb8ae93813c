package eu.bekaa.standard.function.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No rule of the contract is without a test that carries its id.
class EveryRuleTest {
    /// The rules of the contract, by section.
    private static final String RULES = """
            1 2 3 4 5 6 7 8
            10 11 12 13 14 15 16 17
            20 21 22 23 24 25
            30 31 32 33 34 35 36 37
            40 41 42 43 44 45
            50 51
            60 61 62 63 64 65 66
            70 71 72 73 74 75 76 77
            80 81
            90 91 92 93 94 95 96 97
            100 101 102 103
            110 111 112 113 114
            120 121 122
            130 131 132 133
            140
            150 151 152 153 154
            """;

    private static final Pattern TEST = Pattern.compile(
            "@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Property)\\b(?:[^;{}]|\\{[^{}]*})*?void (std\\w+)\\(");
    private static final Pattern ID = Pattern.compile("(?<=^|_)std(\\d+)(?=_)");

    @Test
    void everyRuleHasATestNamedAfterIt() throws IOException {
        var tested = tested(Path.of("../.."));
        var missing = new TreeSet<>(rules());
        missing.removeAll(tested.keySet());
        assertThat(missing).as("rules without a test").isEmpty();
    }

    @Test
    void noTestIsNamedAfterARuleThatDoesNotExist() throws IOException {
        var unknown = new TreeMap<>(tested(Path.of("../..")));
        unknown.keySet().removeAll(rules());
        assertThat(unknown).isEmpty();
    }

    private static Set<Integer> rules() {
        return Arrays.stream(RULES.strip().split("\\s+")).map(Integer::valueOf).collect(Collectors.toSet());
    }

    /// The rules by the names of their tests, as the sources of every module have them.
    private static Map<Integer, Set<String>> tested(Path root) throws IOException {
        var tested = new TreeMap<Integer, Set<String>>();
        for (var group : new String[] {"functions", "shared"}) {
            try (var modules = Files.list(root.resolve(group))) {
                modules.map(module -> module.resolve("src/test/java"))
                        .filter(Files::isDirectory)
                        .flatMap(EveryRuleTest::sources)
                        .forEach(source -> collect(source, tested));
            }
        }
        return tested;
    }

    private static Stream<Path> sources(Path module) {
        try (var files = Files.walk(module)) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void collect(Path source, Map<Integer, Set<String>> tested) {
        try {
            var tests = TEST.matcher(Files.readString(source));
            while (tests.find()) {
                var name = tests.group(1);
                ID.matcher(name)
                        .results()
                        .forEach(id -> tested.computeIfAbsent(Integer.valueOf(id.group(1)), any -> new TreeSet<>())
                                .add(name));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
