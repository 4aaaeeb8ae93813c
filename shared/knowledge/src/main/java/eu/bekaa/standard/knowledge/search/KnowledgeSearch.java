package eu.bekaa.standard.knowledge.search;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.document.AssessmentPort;
import eu.bekaa.standard.knowledge.document.Document;
import eu.bekaa.standard.knowledge.document.Documents;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds candidate evidence in the documents of one assessment of the caller's organization, and never anywhere else
/// (STD-50). A hit concludes nothing (STD-51).
@Singleton
public class KnowledgeSearch {
    private final Provider<AssessmentPort> assessments;
    private final Documents documents;
    private final Questions questions;
    private final SemanticLane meaning;
    private final CloseReading reading;
    private final NamingLane naming;
    private final WordLane words;
    private final HitWriter writer;
    private final Audit audit;

    KnowledgeSearch(
            Provider<AssessmentPort> assessments,
            Documents documents,
            Questions questions,
            SemanticLane meaning,
            CloseReading reading,
            NamingLane naming,
            WordLane words,
            HitWriter writer,
            Audit audit) {
        this.assessments = assessments;
        this.documents = documents;
        this.questions = questions;
        this.meaning = meaning;
        this.reading = reading;
        this.naming = naming;
        this.words = words;
        this.writer = writer;
        this.audit = audit;
    }

    /// The best hits for one query, in an order that only the query and the documents decide. The query itself is
    /// recorded nowhere, only its hash (STD-8).
    /// @throws eu.bekaa.standard.kernel.Refusal `ASSESSMENT_NOT_FOUND`
    @Transactional
    public SearchResult search(Caller caller, SearchRequest request) {
        var within = within(caller, request.assessmentId(), request.filters());
        var best = Match.best(matches(caller, request, within), request.limit(), request.threshold());
        var sources = request.wantsContext() ? writer.sourcesWithContext(caller, best) : writer.sources(caller, best);
        var hits = writer.hits(best, sources, request.query(), method(request));
        audit.record(
                caller,
                AuditEvent.of("kb.searched", request.assessmentId())
                        .in(request.assessmentId())
                        .with("query_hash", Questions.hash(request.query()))
                        .with("search_type", request.type())
                        .with("hits", hits.size()));
        return SearchResult.of(request, hits);
    }

    /// The best hits by meaning and words for each of many queries, for the price of reading the vectors once.
    /// @throws eu.bekaa.standard.kernel.Refusal `ASSESSMENT_NOT_FOUND`
    @ReadOnly
    public <K> Map<K, List<Hit>> candidates(
            Caller caller, UUID assessmentId, Map<K, String> queries, int topK, double minScore) {
        assessments.get().requireExisting(caller, assessmentId);
        var vectors = questions.vectors(queries.values());
        var near = meaning.best(caller, assessmentId, vectors, Math.max(topK, CloseReading.PASSAGES), 0);
        var best = reading.weighed(caller, near, topK, minScore);
        var all = best.values().stream().flatMap(List::stream).toList();
        var sources = writer.sources(caller, all);
        var hits = new LinkedHashMap<K, List<Hit>>();
        queries.forEach((key, query) -> hits.put(
                key, writer.hits(best.getOrDefault(query, List.of()), sources, query, RetrievalMethod.HYBRID)));
        return hits;
    }

    /// The documents that a filter admits; null where nothing is filtered.
    private @Nullable Set<UUID> within(Caller caller, UUID assessmentId, @Nullable SearchFilters filters) {
        if (filters == null) {
            assessments.get().requireExisting(caller, assessmentId);
            return null;
        }
        return documents.list(caller, assessmentId).stream()
                .filter(filters::admits)
                .map(Document::documentId)
                .collect(Collectors.toSet());
    }

    private List<Match> matches(Caller caller, SearchRequest request, @Nullable Set<UUID> within) {
        return switch (request.type()) {
            case SEMANTIC -> meant(caller, request, within);
            case HYBRID -> {
                var identifiers = Identifiers.of(request.query());
                var read = reading.weighed(caller, request.query(), meant(caller, request, within));
                yield naming.raise(caller, request.assessmentId(), identifiers, within, read);
            }
            case TEXT -> words.matches(caller, request.assessmentId(), request.query(), within);
        };
    }

    private List<Match> meant(Caller caller, SearchRequest request, @Nullable Set<UUID> within) {
        return meaning.matches(caller, request.assessmentId(), questions.vector(request.query()), within);
    }

    private static RetrievalMethod method(SearchRequest request) {
        return switch (request.type()) {
            case SEMANTIC -> RetrievalMethod.VECTOR;
            case HYBRID -> RetrievalMethod.HYBRID;
            case TEXT -> RetrievalMethod.TEXT;
        };
    }
}
