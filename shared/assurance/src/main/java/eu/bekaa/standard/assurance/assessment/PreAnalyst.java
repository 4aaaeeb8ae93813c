package eu.bekaa.standard.assurance.assessment;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.Control;
import eu.bekaa.standard.catalog.Domain;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.knowledge.search.KnowledgeSearch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes the SCF pre-analysis: asks the documents about every control of the pinned version, once.
@Singleton
final class PreAnalyst {
    /// From here on a passage counts as partial evidence (contract §9).
    private static final double CANDIDATE_SCORE = 0.55;

    /// Control texts run to pages of guidance; what they are about stands at the beginning.
    private static final int MAX_QUESTION = 600;

    private final PreAnalysisRows rows;
    private final Catalog catalog;
    private final KnowledgeSearch knowledge;
    private final Ids ids;

    PreAnalyst(PreAnalysisRows rows, Catalog catalog, KnowledgeSearch knowledge, Ids ids) {
        this.rows = rows;
        this.catalog = catalog;
        this.knowledge = knowledge;
        this.ids = ids;
    }

    /// Makes and stores the pre-analysis.
    PreAnalysis run(Caller caller, Assessment assessment) {
        var controls = catalog.controls(caller, assessment.scfVersionId());
        var domains = catalog.domains(caller, assessment.scfVersionId());
        var names = domains.stream().collect(toMap(Domain::id, Domain::domainName));
        var questions = controls.stream()
                .collect(toMap(Control::controlId, control -> question(control, names.get(control.scfDomainId()))));
        var hits = knowledge.candidates(caller, assessment.assessmentId(), questions, 1, CANDIDATE_SCORE);
        var total = controls.stream().collect(groupingBy(Control::scfDomainId, counting()));
        var found = controls.stream()
                .filter(control -> hits.containsKey(control.controlId())
                        && !hits.get(control.controlId()).isEmpty())
                .collect(groupingBy(Control::scfDomainId, counting()));
        var lines = new ArrayList<PreAnalysisRow>();
        for (var domain : domains) {
            lines.add(new PreAnalysisRow(
                    ids.next(),
                    caller.org(),
                    assessment.assessmentId(),
                    lines.size() + 1,
                    domain.id(),
                    domain.domainCode(),
                    domain.domainName(),
                    total.getOrDefault(domain.id(), 0L).intValue(),
                    found.getOrDefault(domain.id(), 0L).intValue()));
        }
        rows.saveAll(lines);
        return PreAnalysis.of(lines.stream().map(PreAnalysisRow::coverage).toList());
    }

    /// The stored pre-analysis, if it has been made.
    Optional<PreAnalysis> find(Caller caller, UUID assessmentId) {
        var lines = rows.all(caller.org(), assessmentId);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(PreAnalysis.of(
                        lines.stream().map(PreAnalysisRow::coverage).toList()));
    }

    private static String question(Control control, @Nullable String domain) {
        var text = control.about(Objects.requireNonNull(domain));
        return text.length() <= MAX_QUESTION ? text : text.substring(0, MAX_QUESTION);
    }
}
