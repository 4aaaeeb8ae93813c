package eu.bekaa.standard.assurance.report;

import static eu.bekaa.standard.assurance.report.content.Dataset.Field.Kind.NUMBER;
import static eu.bekaa.standard.assurance.report.content.Dataset.Field.Kind.TEXT;

import eu.bekaa.standard.assurance.gap.RiskCategory;
import eu.bekaa.standard.assurance.report.Material.Piece;
import eu.bekaa.standard.assurance.report.content.Dataset;
import eu.bekaa.standard.assurance.report.content.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows behind a report, for CSV, worksheets and machines.
final class Datasets {
    private final Material material;

    Datasets(Material material) {
        this.material = material;
    }

    /// One column: its name, how to read it, where it comes from.
    private record Column<T>(String name, Dataset.Field.Kind kind, Function<T, @Nullable Object> value) {}

    List<Dataset> all() {
        return List.of(soa(), gap(), maturity(), poam(), evidence(), traceability());
    }

    private Dataset soa() {
        return dataset(
                "soa_items",
                items(material.soa()),
                List.of(
                        text("requirement_code", item -> item.requirementCode()),
                        text("control_code", item -> item.controlCode()),
                        text("control", item -> material.control(item.scfControlId())),
                        text("applicability_status", item -> item.applicabilityStatus()),
                        text("implementation_status", item -> item.implementationStatus()),
                        text("evidence_coverage", item -> item.evidenceCoverage()),
                        text("mapping_status", item -> item.mappingStatus()),
                        text("responsibility_type", item -> item.responsibilityType()),
                        number("confidence_score", item -> item.confidenceScore()),
                        text("applicability_rationale", item -> item.applicabilityRationale()),
                        text("non_applicability_rationale", item -> item.nonApplicabilityRationale()),
                        text("scope_rationale", item -> item.scopeRationale()),
                        text("evidence_summary", item -> item.evidenceSummary()),
                        text("soa_item_id", item -> item.soaItemId())));
    }

    private Dataset gap() {
        return dataset(
                "gap_findings",
                items(material.gap()),
                List.of(
                        text("gap_code", finding -> finding.gapCode()),
                        text("requirement_code", finding -> finding.requirementCode()),
                        text("control_code", finding -> finding.controlCode()),
                        text("assessment_status", finding -> finding.assessmentStatus()),
                        text("gap_type", finding -> finding.gapType()),
                        text("severity", finding -> finding.severity()),
                        number("inherent_risk_score", finding -> finding.inherentRiskScore()),
                        number("residual_risk_score", finding -> finding.residualRiskScore()),
                        text("residual_risk", finding -> RiskCategory.of(finding.residualRiskScore())),
                        text("roc_determination", finding -> finding.rocDetermination()),
                        text("gap_summary", finding -> finding.gapSummary()),
                        text("gap_rationale", finding -> finding.gapRationale()),
                        text("recommendation_summary", finding -> finding.recommendationSummary()),
                        number("confidence_score", finding -> finding.confidenceScore()),
                        text("requires_user_validation", finding -> finding.requiresUserValidation()),
                        text("gap_finding_id", finding -> finding.gapFindingId()),
                        text("soa_item_id", finding -> finding.soaItemId()),
                        text("evidence_finding_id", finding -> finding.evidenceFindingId())));
    }

    private Dataset maturity() {
        return dataset(
                "maturity_scores",
                items(material.maturity()),
                List.of(
                        text("domain_code", score -> score.domainCode()),
                        text("control_code", score -> score.controlCode()),
                        number("score", score -> score.score()),
                        number("confidence_score", score -> score.confidenceScore()),
                        number("evidence_coverage", score -> score.evidenceCoverage()),
                        text("assessment_status", score -> score.assessmentStatus()),
                        text("rationale", score -> score.rationale()),
                        text("maturity_score_id", score -> score.maturityScoreId()),
                        text("gap_finding_id", score -> score.gapFindingId())));
    }

    private Dataset poam() {
        return dataset(
                "poam_items",
                items(material.poam()),
                List.of(
                        text("poam_code", item -> item.poamCode()),
                        text("requirement_code", item -> item.requirementCode()),
                        text("control_code", item -> item.controlCode()),
                        text("corrective_action", item -> item.correctiveAction()),
                        text("action_type", item -> item.actionType()),
                        text("priority", item -> item.priority()),
                        text("severity", item -> item.severity()),
                        text("risk_rating", item -> item.riskRating()),
                        text("effort_estimate", item -> item.effortEstimate()),
                        text("owner_role", item -> item.ownerRole()),
                        text("due_date", item -> item.dueDate()),
                        number("target_maturity_score", item -> item.targetMaturityScore()),
                        text("expected_evidence", item -> String.join("; ", item.expectedEvidence())),
                        text("acceptance_criteria", item -> String.join("; ", item.acceptanceCriteria())),
                        text("status", item -> item.status()),
                        text("poam_item_id", item -> item.poamItemId()),
                        text("related_gap_finding_id", item -> item.relatedGapFindingId())));
    }

    private Dataset evidence() {
        return dataset(
                "evidence",
                new Passages(material, new Bibliography()).all(),
                List.of(
                        text("document", Quote::document),
                        number("page", Quote::page),
                        text("location", Quote::location),
                        number("relevance", Quote::score),
                        text("quote", Quote::text),
                        text("document_id", Quote::documentId),
                        text("chunk_id", Quote::chunkId)));
    }

    private Dataset traceability() {
        var passages = new Passages(material, new Bibliography());
        return dataset(
                "traceability",
                items(material.gap()),
                List.of(
                        text("requirement_code", finding -> finding.requirementCode()),
                        text("control", finding -> material.control(finding.scfControlId())),
                        text("gap_code", finding -> finding.gapCode()),
                        text("assessment_status", finding -> finding.assessmentStatus()),
                        text("severity", finding -> finding.severity()),
                        text("evidence", finding -> first(passages.of(finding), Quote::citation)),
                        text("quote", finding -> first(passages.of(finding), Quote::text)),
                        text("requirement_id", finding -> finding.frameworkRequirementId()),
                        text("scf_control_id", finding -> finding.scfControlId()),
                        text("gap_finding_id", finding -> finding.gapFindingId()),
                        text("evidence_finding_id", finding -> finding.evidenceFindingId()),
                        text("chunk_id", finding -> first(passages.of(finding), Quote::chunkId))));
    }

    private static @Nullable Object first(List<Quote> quotes, Function<Quote, Object> value) {
        return quotes.isEmpty() ? null : value.apply(quotes.getFirst());
    }

    private static <T> List<T> items(@Nullable Piece<T> piece) {
        return piece == null ? List.of() : piece.items();
    }

    private static <T> Column<T> text(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, TEXT, value);
    }

    private static <T> Column<T> number(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, NUMBER, value);
    }

    private static <T> Dataset dataset(String name, List<T> things, List<Column<T>> columns) {
        var fields = columns.stream()
                .map(column -> new Dataset.Field(column.name(), column.kind()))
                .toList();
        var rows = new ArrayList<List<String>>();
        for (var thing : things) {
            rows.add(columns.stream()
                    .map(column -> Objects.toString(column.value().apply(thing), ""))
                    .toList());
        }
        return new Dataset(name, fields, rows);
    }
}
