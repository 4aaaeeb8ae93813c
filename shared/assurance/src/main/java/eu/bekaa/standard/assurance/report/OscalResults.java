package eu.bekaa.standard.assurance.report;

import static eu.bekaa.standard.assurance.report.Oscal.line;
import static eu.bekaa.standard.assurance.report.Oscal.object;
import static eu.bekaa.standard.assurance.report.Oscal.token;

import eu.bekaa.standard.assurance.evidence.EvidenceFinding;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.report.Material.Piece;
import eu.bekaa.standard.assurance.review.Header;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// The findings of an assessment as an OSCAL assessment-results document: a finding per item of the statement of
/// applicability, an observation per evidence finding, a risk per open finding.
final class OscalResults {
    private final Material material;
    private final Header header;
    private final Piece<GapFinding> gap;

    OscalResults(Material material, Header header) {
        this.material = material;
        this.header = header;
        this.gap = Objects.requireNonNull(material.gap());
    }

    Map<String, Object> document() {
        var title = "Assessment results of " + line(material.assessment().name());
        var content = object(
                "uuid", Oscal.id(header.id(), "assessment-results"),
                "metadata", Oscal.metadata(material, header, title),
                "import-ap", object("href", "#" + Oscal.id(statement(), "statement")),
                "results", List.of(result()));
        content.put("back-matter", object("resources", resources()));
        return object("assessment-results", content);
    }

    private UUID statement() {
        return Objects.requireNonNull(gap.version().header().sources().soaVersionId());
    }

    private Map<String, Object> result() {
        var version = gap.version().header();
        var result = object(
                "uuid", Oscal.id(version.id(), "result"),
                "title", "Gap analysis, version " + version.number(),
                "description", "Findings against " + line(material.framework().frameworkName()) + ".",
                "start", version.createdAt().toString(),
                "end", material.at().toString(),
                "props",
                        Oscal.props(
                                "gap-analysis-version-id",
                                version.id(),
                                "status",
                                gap.version().status()),
                "reviewed-controls", object("control-selections", List.of(selection())));
        if (!material.evidence().isEmpty()) {
            result.put(
                    "observations",
                    material.evidence().values().stream().map(this::observation).toList());
        }
        var open = gap.items().stream().filter(GapChapters::open).toList();
        if (!open.isEmpty()) {
            result.put("risks", open.stream().map(OscalResults::risk).toList());
        }
        if (!gap.items().isEmpty()) {
            result.put("findings", gap.items().stream().map(this::finding).toList());
        }
        return result;
    }

    private Map<String, Object> selection() {
        var controls = gap.items().stream()
                .map(GapFinding::controlCode)
                .filter(Objects::nonNull)
                .distinct()
                .map(code -> object("control-id", token(code)))
                .toList();
        return controls.isEmpty() ? object("include-all", Map.of()) : object("include-controls", controls);
    }

    private Map<String, Object> observation(EvidenceFinding found) {
        var observation = object(
                "uuid", Oscal.id(found.evidenceFindingId(), "observation"),
                "description", line(found.evidenceSummary()),
                "props",
                        Oscal.props(
                                "evidence-finding-id", found.evidenceFindingId(),
                                "evidence-strength", found.evidenceStrength(),
                                "evidence-status", found.evidenceStatus(),
                                "confidence", found.confidenceScore()),
                "methods", List.of("EXAMINE"),
                "collected", found.createdAt().toString());
        var passages = material.passages().getOrDefault(found.evidenceFindingId(), List.of());
        if (!passages.isEmpty()) {
            observation.put(
                    "relevant-evidence",
                    passages.stream()
                            .map(passage -> object(
                                    "href", "#" + Oscal.id(passage.documentId(), "document"),
                                    "description", line(passage.snippet()),
                                    "props",
                                            Oscal.props(
                                                    "chunk-id", passage.chunkId(),
                                                    "page", passage.pageNumber(),
                                                    "relevance", passage.retrievalScore())))
                            .toList());
        }
        return observation;
    }

    private static Map<String, Object> risk(GapFinding finding) {
        var statement = Objects.requireNonNullElse(finding.gapRationale(), finding.gapSummary());
        return object(
                "uuid", Oscal.id(finding.gapFindingId(), "risk"),
                "title", "Risk of " + line(finding.gapCode()),
                "description", line(finding.gapSummary()),
                "statement", line(statement),
                "props",
                        Oscal.props(
                                "severity", finding.severity(),
                                "inherent-risk", finding.inherentRiskScore(),
                                "residual-risk", finding.residualRiskScore()),
                "status", "open");
    }

    private Map<String, Object> finding(GapFinding finding) {
        var told = object(
                "uuid", Oscal.id(finding.gapFindingId(), "finding"),
                "title", line(finding.gapCode()),
                "description", line(finding.gapSummary()),
                "props",
                        Oscal.props(
                                "gap-finding-id", finding.gapFindingId(),
                                "assessment-status", finding.assessmentStatus(),
                                "gap-type", finding.gapType(),
                                "severity", finding.severity(),
                                "control", finding.controlCode(),
                                "roc-determination", finding.rocDetermination()),
                "target", target(finding));
        var evidence = finding.evidenceFindingId();
        if (evidence != null && material.evidence().containsKey(evidence)) {
            told.put("related-observations", List.of(object("observation-uuid", Oscal.id(evidence, "observation"))));
        }
        if (GapChapters.open(finding)) {
            told.put("related-risks", List.of(object("risk-uuid", Oscal.id(finding.gapFindingId(), "risk"))));
        }
        return told;
    }

    /// Nothing found is no failure (STD-71): only what was seen to be unmet fails.
    private static Map<String, Object> target(GapFinding finding) {
        var reason = switch (finding.assessmentStatus()) {
            case MET -> "pass";
            case NOT_MET, PARTIALLY_MET -> "fail";
            case NOT_EVIDENCED, REQUIRES_VALIDATION, NOT_APPLICABLE_JUSTIFIED, NOT_APPLICABLE_NOT_JUSTIFIED -> "other";
        };
        var target = object(
                "type", "objective-id",
                "target-id", token(finding.requirementCode()),
                "status",
                        object(
                                "state",
                                GapChapters.open(finding) ? "not-satisfied" : "satisfied",
                                "reason",
                                reason,
                                "remarks",
                                finding.assessmentStatus().toString()));
        if (!GapChapters.applies(finding)) {
            target.put("implementation-status", object("state", "not-applicable"));
        }
        return target;
    }

    private List<Map<String, Object>> resources() {
        var resources = new ArrayList<Map<String, Object>>();
        var soa = statement();
        resources.add(object(
                "uuid", Oscal.id(soa, "statement"),
                "title", "Statement of applicability",
                "props", Oscal.props("soa-version-id", soa)));
        var documents = new LinkedHashMap<UUID, String>();
        material.passages()
                .values()
                .forEach(passages -> passages.forEach(passage ->
                        documents.putIfAbsent(passage.documentId(), Objects.toString(passage.sourceTitle(), ""))));
        documents.forEach((id, title) -> resources.add(object(
                "uuid", Oscal.id(id, "document"),
                "title", line(title),
                "props", Oscal.props("document-id", id))));
        return resources;
    }
}
