package eu.bekaa.standard.bench.search;

import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.testing.AnswerKey;
import eu.bekaa.standard.testing.AnswerKey.Question;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The controls of an SCF version as questions, answered by the procedures that implement what they are mapped to.
final class ControlQuestions {
    static final String WORKBOOK = "scf/Secure Controls Framework (SCF) - 2022.3.xlsx";

    private static final Map<String, String> STANDARDS =
            Map.of("NIST CSF v1.1", AnswerKey.NIST_CSF, "ISO 27002 v2013", AnswerKey.ISO_27002);

    private ControlQuestions() {}

    /// As evidence analysis asks.
    static List<Question> asked(AnswerKey key, ScfContent scf) {
        var domains =
                scf.domains().stream().collect(Collectors.toMap(ScfContent.Domain::code, ScfContent.Domain::name));
        return scf.controls().stream()
                .map(control -> new Question(
                        control.code(),
                        line(domains.get(control.domainCode()) + ": " + plain(control)),
                        answers(key, scf, control.code())))
                .toList();
    }

    /// Name and description alone, by the control's code.
    static Map<String, String> plain(ScfContent scf) {
        return scf.controls().stream()
                .collect(Collectors.toMap(ScfContent.Control::code, control -> line(plain(control))));
    }

    private static String plain(ScfContent.Control control) {
        return control.title() + ". " + control.description();
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static Set<String> answers(AnswerKey key, ScfContent scf, String control) {
        var answers = new TreeSet<String>();
        for (var framework : scf.frameworks()) {
            var standard = STANDARDS.get(framework.name());
            if (standard != null) {
                var references = framework.mappings().stream()
                        .filter(mapping -> mapping.controlCode().equals(control))
                        .map(ScfContent.Mapping::requirementCode)
                        .toList();
                answers.addAll(key.implementing(standard, references));
            }
        }
        return answers;
    }
}
