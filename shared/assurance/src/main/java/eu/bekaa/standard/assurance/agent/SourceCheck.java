package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.evidence.EvidenceOnFile;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.Mapping;
import eu.bekaa.standard.catalog.Requirement;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.chunk.Chunks;
import eu.bekaa.standard.knowledge.document.Document;
import eu.bekaa.standard.knowledge.document.Documents;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks whether cited sources exist within the run's assessment and SCF version, and whether quotes are their words.
@Singleton
class SourceCheck {
    private final Chunks chunks;
    private final Documents documents;
    private final EvidenceOnFile evidence;
    private final Reviews reviews;
    private final Catalog catalog;

    SourceCheck(Chunks chunks, Documents documents, EvidenceOnFile evidence, Reviews reviews, Catalog catalog) {
        this.chunks = chunks;
        this.documents = documents;
        this.evidence = evidence;
        this.reviews = reviews;
        this.catalog = catalog;
    }

    /// What is wrong with the sources; nothing where each is there and says what it is quoted with.
    @ReadOnly
    List<String> violations(Caller caller, AgentRun run, List<AgentSource> sources) {
        var wrong = new ArrayList<String>();
        var known = new HashMap<AgentSourceType, Map<UUID, String>>();
        for (int at = 0; at < sources.size(); at++) {
            var source = sources.get(at);
            if (source == null || source.sourceType() == null || source.sourceId() == null) {
                wrong.add("sources[" + at + "] does not say what it is.");
                continue;
            }
            var texts =
                    known.computeIfAbsent(source.sourceType(), type -> texts(caller, run, type, ids(sources, type)));
            var text = texts.get(source.sourceId());
            if (text == null) {
                wrong.add("sources[" + at + "] is not in this assessment or its SCF version.");
            } else if (source.quote() != null && (source.quote().isBlank() || !text.contains(source.quote()))) {
                wrong.add("sources[" + at + "] is quoted with words that do not stand there.");
            }
        }
        return wrong;
    }

    private static Set<UUID> ids(List<AgentSource> sources, AgentSourceType type) {
        return sources.stream()
                .filter(source -> source != null && source.sourceType() == type && source.sourceId() != null)
                .map(AgentSource::sourceId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// The words of those that exist, by id; empty where a source has none.
    private Map<UUID, String> texts(Caller caller, AgentRun run, AgentSourceType type, Set<UUID> ids) {
        return switch (type) {
            case ASSESSMENT -> Map.of(run.assessmentId(), "");
            case DOCUMENT ->
                documents.list(caller, run.assessmentId()).stream()
                        .collect(Collectors.toMap(Document::documentId, document -> ""));
            case DOCUMENT_CHUNK -> {
                var texts = new HashMap<UUID, String>();
                chunks.all(caller, ids).forEach((id, chunk) -> {
                    if (chunk.assessmentId().equals(run.assessmentId())) {
                        texts.put(id, chunk.chunkText());
                    }
                });
                yield texts;
            }
            case EVIDENCE_FINDING -> {
                var texts = new HashMap<UUID, String>();
                evidence.findings(caller, ids).stream()
                        .filter(finding -> finding.assessmentId().equals(run.assessmentId()))
                        .forEach(finding -> texts.put(finding.evidenceFindingId(), finding.evidenceSummary()));
                yield texts;
            }
            case ARTIFACT_VERSION ->
                reviews.all(caller, run.assessmentId()).stream()
                        .collect(Collectors.toMap(version -> version.header().id(), version -> ""));
            case SCF_VERSION -> Map.of(run.scfVersionId(), "");
            case SCF_FRAMEWORK -> run.frameworkId() == null ? Map.of() : Map.of(run.frameworkId(), "");
            case SCF_REQUIREMENT ->
                requirements(caller, run).collect(Collectors.toMap(Requirement::requirementId, SourceCheck::words));
            case SCF_CONTROL -> {
                var texts = new HashMap<UUID, String>();
                catalog.controls(caller, run.scfVersionId(), ids)
                        .forEach((id, control) -> texts.put(
                                id,
                                joined(
                                        control.controlTitle(),
                                        control.controlDescription(),
                                        control.controlQuestion(),
                                        control.expectedEvidence())));
                yield texts;
            }
            case SCF_MAPPING -> mappings(caller, run).collect(Collectors.toMap(Mapping::id, mapping -> ""));
        };
    }

    private Stream<Requirement> requirements(Caller caller, AgentRun run) {
        var framework = run.frameworkId();
        return framework == null
                ? Stream.empty()
                : catalog.requirements(caller, run.scfVersionId(), framework).stream()
                        .map(mapped -> mapped.requirement());
    }

    private Stream<Mapping> mappings(Caller caller, AgentRun run) {
        var framework = run.frameworkId();
        return framework == null
                ? Stream.empty()
                : catalog.requirements(caller, run.scfVersionId(), framework).stream()
                        .flatMap(mapped -> mapped.mappings().stream());
    }

    private static String words(Requirement requirement) {
        return joined(requirement.requirementCode(), requirement.requirementTitle(), requirement.requirementText());
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
