package eu.bekaa.standard.testing;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// A published set of policies with what its publisher says each procedure implements: what a search should find. The
/// key is strict: it knows which procedure a company declares to implement a requirement, not all that speak to it.
/// @param procedures   their texts, by name
/// @param requirements of NIST CSF 1.1, ISO 27002:2013, HIPAA and PCI DSS, in the publisher's words
/// @param questions    of our own, as people ask
public record AnswerKey(
        Map<String, String> procedures,
        List<Question> requirements,
        List<Question> questions,
        Map<String, Set<String>> implementing) {
    public static final String SAMPLE = "policies-jupiterone";

    public static final String NIST_CSF = "NIST CSF";
    public static final String ISO_27002 = "ISO/IEC 27002:2013";

    private static final Map<String, String> STANDARDS = Map.of(
            "CSF", "nist-csf/v1.1.json",
            "ISO", "iso-iec-27002-2013.json",
            "HIPAA", "hipaa.json",
            "PCI", "pci-dss.json");

    /// A query and the procedures that answer it.
    /// @param id that decides for good whether it was tuned on
    public record Question(String id, String text, Set<String> answers) {
        /// Half of the questions were never looked at while the search was tuned: those whose id's hash has an odd
        /// first byte.
        public boolean heldOut() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8))[0] % 2 != 0;
            } catch (NoSuchAlgorithmException everyJvmHasIt) {
                throw new IllegalStateException(everyJvmHasIt);
            }
        }
    }

    /// How much of what should be found is found.
    /// @param rank the mean of one divided by the place of the first right procedure
    public record Figures(double recall5, double recall10, double rank) {
        /// @param search the procedures found for a question, best first
        public static Figures of(Collection<Question> questions, Function<Question, List<String>> search) {
            double recall5 = 0;
            double recall10 = 0;
            double rank = 0;
            for (var question : questions) {
                var found = search.apply(question).stream().distinct().toList();
                recall5 += share(found, 5, question);
                recall10 += share(found, 10, question);
                rank += found.stream()
                        .filter(question.answers()::contains)
                        .findFirst()
                        .map(first -> 1.0 / (found.indexOf(first) + 1))
                        .orElse(0.0);
            }
            int n = questions.size();
            return new Figures(recall5 / n, recall10 / n, rank / n);
        }

        private static double share(List<String> found, int first, Question question) {
            long right = found.stream()
                    .limit(first)
                    .filter(question.answers()::contains)
                    .count();
            return (double) right / question.answers().size();
        }

        @Override
        public String toString() {
            return "%.3f / %.3f / %.3f".formatted(recall5, recall10, rank);
        }
    }

    public static AnswerKey read(Path sample) throws IOException {
        var procedures = new TreeMap<String, String>();
        try (var files = Files.list(sample.resolve("procedures"))) {
            for (var file : files.toList()) {
                procedures.put(file.getFileName().toString().replace(".md.tmpl", ""), Files.readString(file));
            }
        }
        var standards = sample.resolve("standards");
        var requirements = new ArrayList<Question>();
        for (var standard : new TreeSet<>(STANDARDS.keySet())) {
            var file = standards.resolve(Objects.requireNonNull(STANDARDS.get(standard)));
            collect(standard, json(file), procedures.keySet(), requirements);
        }
        return new AnswerKey(
                procedures,
                requirements,
                ownQuestions(),
                implementing(json(standards.resolve("controls-mapping.json")), procedures.keySet()));
    }

    /// The procedures that implement any of these requirements of a standard.
    public Set<String> implementing(String standard, Collection<String> references) {
        var found = new TreeSet<String>();
        references.forEach(reference -> found.addAll(implementing.getOrDefault(standard + " " + reference, Set.of())));
        return found;
    }

    private static Map<String, Set<String>> implementing(JsonNode mapping, Set<String> known) {
        var implementing = new HashMap<String, Set<String>>();
        for (var procedure : of(mapping, "procedures").values()) {
            var name = of(procedure, "id").getStringValue();
            for (var part : known.contains(name) ? of(procedure, "implements").values() : List.<JsonNode>of()) {
                for (var reference : of(part, "requirements").values()) {
                    var requirement = of(part, "standard").getStringValue() + " " + reference.coerceStringValue();
                    implementing
                            .computeIfAbsent(requirement, none -> new TreeSet<>())
                            .add(name);
                }
            }
        }
        return implementing;
    }

    private static void collect(String standard, JsonNode node, Set<String> known, List<Question> questions) {
        if (node.isArray()) {
            node.values().forEach(value -> collect(standard, value, known, questions));
        } else if (node.isObject()) {
            var answers = node.get("mappedControls");
            var summary = node.get("summary");
            if (answers != null && answers.isArray() && summary != null) {
                var title = node.get("title");
                var name = title == null ? "" : title.getStringValue() + ". ";
                var documents = new TreeSet<String>();
                answers.values().forEach(answer -> documents.add(answer.getStringValue()));
                documents.retainAll(known);
                if (!documents.isEmpty()) {
                    var id = standard + " " + of(node, "ref").coerceStringValue();
                    questions.add(new Question(id, name + summary.getStringValue(), documents));
                }
            }
            node.values().forEach(value -> collect(standard, value, known, questions));
        }
    }

    private static List<Question> ownQuestions() throws IOException {
        try (var stream = AnswerKey.class.getResourceAsStream("questions.tsv")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(cells -> new Question(cells[0], cells[0], Set.of(cells[1].split(" "))))
                    .toList();
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return Objects.requireNonNull(JsonMapper.createDefault().readValue(Files.readAllBytes(file), JsonNode.class));
    }

    private static JsonNode of(JsonNode object, String field) {
        return Objects.requireNonNull(object.get(field));
    }
}
