package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.gap.GapService;
import eu.bekaa.standard.assurance.maturity.MaturityService;
import eu.bekaa.standard.assurance.poam.PoamService;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.soa.SoaService;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.Control;
import eu.bekaa.standard.catalog.Controls;
import eu.bekaa.standard.catalog.MappedRequirement;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Word;
import eu.bekaa.standard.knowledge.search.Hit;
import eu.bekaa.standard.knowledge.search.KnowledgeSearch;
import eu.bekaa.standard.knowledge.search.SearchRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tools that read, as an outside driver or a language model asks for them: by name and with plain values. They
/// reach no further than the run's organization, assessment and SCF version.
@Singleton
class Reading {
    private static final int SHOWN = 50;
    private static final int MAX_TOP_K = 10;
    private static final int MAX_QUERY = 2_000;
    private static final int MAX_CODE = 100;

    private final Assessments assessments;
    private final Reviews reviews;
    private final SoaService soa;
    private final GapService gaps;
    private final MaturityService maturity;
    private final PoamService plans;
    private final KnowledgeSearch knowledge;
    private final Controls controls;
    private final Catalog catalog;

    Reading(
            Assessments assessments,
            Reviews reviews,
            SoaService soa,
            GapService gaps,
            MaturityService maturity,
            PoamService plans,
            KnowledgeSearch knowledge,
            Controls controls,
            Catalog catalog) {
        this.assessments = assessments;
        this.reviews = reviews;
        this.soa = soa;
        this.gaps = gaps;
        this.maturity = maturity;
        this.plans = plans;
        this.knowledge = knowledge;
        this.controls = controls;
        this.catalog = catalog;
    }

    /// What a reading tool takes.
    static List<String> inputs(Tool tool) {
        return switch (tool) {
            case ARTIFACT_VERSION_READ -> List.of("artifact_type");
            case KB_EVIDENCE_SEARCH -> List.of("query");
            case SCF_CONTROL_LOOKUP -> List.of("control_code");
            case SCF_MAPPING_LOOKUP -> List.of("requirement_code");
            case ASSESSMENT_STATE_READ, ARTIFACT_DRAFT_CREATE, VALIDATION_RESULT_WRITE, APPROVAL_EVENT_CREATE ->
                List.of();
        };
    }

    /// @param tool one that reads
    /// @throws Refusal `VALIDATION_ERROR` for input that the tool does not take; `*_NOT_FOUND`
    ToolAnswer read(Caller caller, AgentRun run, Tool tool, ToolInput input) {
        return switch (tool) {
            case ASSESSMENT_STATE_READ -> {
                input.of();
                yield state(caller, run);
            }
            case ARTIFACT_VERSION_READ -> versions(caller, run, input.of("artifact_type"));
            case KB_EVIDENCE_SEARCH -> passages(caller, run, input.of("query", "top_k"));
            case SCF_CONTROL_LOOKUP -> control(caller, run, input.of("control_code"));
            case SCF_MAPPING_LOOKUP -> mapping(caller, run, input.of("requirement_code"));
            case ARTIFACT_DRAFT_CREATE, VALIDATION_RESULT_WRITE, APPROVAL_EVENT_CREATE ->
                throw new IllegalArgumentException(tool + " does not read.");
        };
    }

    private ToolAnswer state(Caller caller, AgentRun run) {
        var assessment = assessments.find(caller, run.assessmentId());
        var facts = Facts.with("assessment_id", assessment.assessmentId())
                .and("name", assessment.name())
                .and("state", assessment.state())
                .and("framework_id", assessment.frameworkId())
                .and("scf_version_id", assessment.scfVersionId())
                .and("scf_version_label", assessment.scfVersionLabel());
        return new ToolAnswer(
                facts.plain(),
                List.of(AgentSource.of(AgentSourceType.ASSESSMENT, assessment.assessmentId(), assessment.name())));
    }

    private ToolAnswer versions(Caller caller, AgentRun run, ToolInput input) {
        var word = input.text("artifact_type", MAX_CODE);
        var kind = word == null ? null : Word.parse(ArtifactKind.class, word);
        if (word != null && kind == null) {
            throw Refusal.invalid("input.artifact_type", "input.artifact_type is not a kind of artifact.");
        }
        var versions =
                kind == null ? reviews.all(caller, run.assessmentId()) : reviews.list(caller, run.assessmentId(), kind);
        var facts = Facts.with("versions", versions.stream().map(Reading::facts).toList());
        if (kind != null && !versions.isEmpty()) {
            facts.and("items", items(caller, kind, versions.getLast()));
        }
        return new ToolAnswer(
                facts.plain(), versions.stream().map(Cite::version).toList());
    }

    private static Map<String, Object> facts(Version version) {
        var header = version.header();
        return Facts.with("artifact_version_id", header.id())
                .and("artifact_type", header.kind())
                .and("version_number", header.number())
                .and("status", version.status())
                .plain();
    }

    /// What the newest version says, line by line.
    private List<Map<String, Object>> items(Caller caller, ArtifactKind kind, Version version) {
        var id = version.header().id();
        return switch (kind) {
            case SCOPE, REPORT -> List.of();
            case SOA ->
                soa.all(caller, id).stream()
                        .limit(SHOWN)
                        .map(item -> Facts.with("requirement_code", item.requirementCode())
                                .and("control_code", item.controlCode())
                                .and("applicability_status", item.applicabilityStatus())
                                .and("evidence_coverage", item.evidenceCoverage())
                                .plain())
                        .toList();
            case GAP_ANALYSIS ->
                gaps.all(caller, id).stream().limit(SHOWN).map(Lines::of).toList();
            case MATURITY_ASSESSMENT ->
                maturity.all(caller, id).stream().limit(SHOWN).map(Lines::of).toList();
            case POAM ->
                plans.all(caller, id).stream().limit(SHOWN).map(Lines::of).toList();
        };
    }

    private ToolAnswer passages(Caller caller, AgentRun run, ToolInput input) {
        var request = new SearchRequest(
                input.required("query", MAX_QUERY),
                run.assessmentId(),
                input.whole("top_k", 1, MAX_TOP_K, 5),
                null,
                null,
                null,
                null);
        var found = knowledge.search(caller, request);
        return new ToolAnswer(
                Facts.with("candidate_evidence", true)
                        .and("warning", found.warning())
                        .and("hits", found.data().stream().map(Reading::facts).toList())
                        .plain(),
                found.data().stream().map(Cite::passage).toList());
    }

    private static Map<String, Object> facts(Hit hit) {
        return Facts.with("chunk_id", hit.chunkId())
                .and("document_id", hit.documentId())
                .and("document_title", hit.documentTitle())
                .and("page_number", hit.pageNumber())
                .and("score", hit.score())
                .and("quote", hit.snippet())
                .plain();
    }

    private ToolAnswer control(Caller caller, AgentRun run, ToolInput input) {
        Control control = controls.byCode(caller, input.required("control_code", MAX_CODE), run.scfVersionId());
        return new ToolAnswer(Lines.of(control), List.of(Cite.control(control)));
    }

    private ToolAnswer mapping(Caller caller, AgentRun run, ToolInput input) {
        var framework = Optional.ofNullable(run.frameworkId())
                .orElseThrow(() -> new Refusal(ErrorCode.CONFLICT, "The run has no framework to look in."));
        var code = input.required("requirement_code", MAX_CODE);
        MappedRequirement found = catalog.requirements(caller, run.scfVersionId(), framework).stream()
                .filter(mapped -> mapped.requirement().requirementCode().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(ErrorCode.REQUIREMENT_NOT_FOUND, "The framework has no requirement of this code."));
        return new ToolAnswer(Lines.of(found), Cite.mapped(found));
    }
}
