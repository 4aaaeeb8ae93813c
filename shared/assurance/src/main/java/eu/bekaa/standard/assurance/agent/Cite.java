package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.evidence.EvidenceSource;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.catalog.Control;
import eu.bekaa.standard.catalog.MappedRequirement;
import eu.bekaa.standard.catalog.Requirement;
import eu.bekaa.standard.knowledge.search.Hit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes sources of what was read.
public final class Cite {
    private Cite() {}

    public static AgentSource version(Version version) {
        var header = version.header();
        return AgentSource.of(
                AgentSourceType.ARTIFACT_VERSION, header.id(), header.title() + " (" + version.status() + ")");
    }

    /// A passage, word for word.
    public static AgentSource passage(Hit hit) {
        return new AgentSource(
                AgentSourceType.DOCUMENT_CHUNK,
                hit.chunkId(),
                hit.documentTitle(),
                hit.pageNumber() == null ? null : "page " + hit.pageNumber(),
                words(hit.snippet()));
    }

    /// A passage on file, word for word.
    public static AgentSource passage(EvidenceSource source) {
        return new AgentSource(
                AgentSourceType.DOCUMENT_CHUNK,
                source.chunkId(),
                source.sourceTitle(),
                source.sourceLocation(),
                words(source.snippet()));
    }

    /// A control in its own words.
    public static AgentSource control(Control control) {
        return AgentSource.quoting(
                AgentSourceType.SCF_CONTROL,
                control.controlId(),
                control.controlCode() + " " + control.controlTitle(),
                words(control.controlDescription()));
    }

    /// A requirement in its own words, where the catalog has any.
    public static AgentSource requirement(Requirement requirement) {
        return AgentSource.quoting(
                AgentSourceType.SCF_REQUIREMENT,
                requirement.requirementId(),
                requirement.requirementCode(),
                words(requirement.requirementText()));
    }

    /// A requirement and its official mappings.
    public static List<AgentSource> mapped(MappedRequirement mapped) {
        var sources = new ArrayList<AgentSource>();
        sources.add(requirement(mapped.requirement()));
        mapped.mappings()
                .forEach(mapping -> sources.add(AgentSource.of(
                        AgentSourceType.SCF_MAPPING,
                        mapping.id(),
                        mapping.requirementCode() + " " + mapping.relationshipType() + " " + mapping.controlCode())));
        return sources;
    }

    private static @Nullable String words(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
