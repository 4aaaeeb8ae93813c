package eu.bekaa.standard.assurance.agent.analyst;

import eu.bekaa.standard.assurance.agent.Agent;
import eu.bekaa.standard.assurance.agent.AgentSource;
import eu.bekaa.standard.assurance.agent.AgentSourceType;
import eu.bekaa.standard.assurance.agent.Analyst;
import eu.bekaa.standard.assurance.agent.Bench;
import eu.bekaa.standard.assurance.agent.Cite;
import eu.bekaa.standard.assurance.agent.Facts;
import eu.bekaa.standard.assurance.agent.Proposal;
import eu.bekaa.standard.assurance.agent.Tool;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.chunk.Chunks;
import eu.bekaa.standard.knowledge.chunk.KnowledgeStats;
import eu.bekaa.standard.knowledge.document.Document;
import eu.bekaa.standard.knowledge.document.DocumentStatus;
import eu.bekaa.standard.knowledge.document.Documents;
import eu.bekaa.standard.knowledge.search.Hit;
import eu.bekaa.standard.knowledge.search.KnowledgeSearch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Takes stock of the documents: what is there, what can be searched, what a question would find.
@Singleton
class KnowledgeSteward implements Analyst {
    private static final int TOP = 5;
    private static final double MIN_SCORE = 0.3;

    private final Basis basis;
    private final Documents documents;
    private final Chunks chunks;
    private final KnowledgeSearch knowledge;

    KnowledgeSteward(Basis basis, Documents documents, Chunks chunks, KnowledgeSearch knowledge) {
        this.basis = basis;
        this.documents = documents;
        this.chunks = chunks;
        this.knowledge = knowledge;
    }

    private record Stock(List<Document> documents, KnowledgeStats stats) {
        List<String> complaints() {
            var complaints = new ArrayList<String>();
            if (documents.isEmpty()) {
                complaints.add("No document has been uploaded.");
            }
            documents.stream()
                    .filter(document -> document.status() != DocumentStatus.EMBEDDED)
                    .forEach(document -> complaints.add(document.normalizedFilename() + " is " + document.status()
                            + ", so it cannot be searched."));
            if (stats.pendingCount() > 0) {
                complaints.add(Basis.count(stats.pendingCount(), "passage") + " cannot be searched yet.");
            }
            if (stats.failedCount() > 0) {
                complaints.add(Basis.count(stats.failedCount(), "passage") + " could not be made searchable.");
            }
            return complaints;
        }
    }

    @Override
    public Agent agent() {
        return Agent.KNOWLEDGE_STEWARD;
    }

    @Override
    public Proposal propose(Bench bench) {
        var self = basis.assessment(bench);
        var stock = stock(bench);
        var hits = hits(bench);
        var complaints = stock.complaints();
        bench.note("knowledge base", complaints);
        var limitations = new ArrayList<>(complaints);
        limitations.add("What the documents say was not judged.");
        limitations.add(Basis.PERSON);
        var summary = "The assessment holds "
                + Basis.count(stock.documents().size(), "document") + " with "
                + Basis.count(stock.stats().chunkCount(), "passage") + ", of which "
                + stock.stats().embeddedCount() + " can be searched."
                + (hits.isEmpty() ? "" : " The question asked finds " + Basis.count(hits.size(), "passage") + ".");
        return new Proposal(
                summary,
                List.of("The documents uploaded are those that are meant to be assessed."),
                limitations,
                Basis.cited(
                        List.of(self),
                        Stream.concat(
                                hits.stream().map(Cite::passage),
                                stock.documents().stream()
                                        .map(document -> AgentSource.of(
                                                AgentSourceType.DOCUMENT,
                                                document.documentId(),
                                                document.normalizedFilename())))),
                stock.stats().chunkCount() == 0
                        ? 0
                        : (double) stock.stats().embeddedCount() / stock.stats().chunkCount(),
                Facts.with("documents", lines(stock.documents()))
                        .and("chunk_count", stock.stats().chunkCount())
                        .and("embedded_count", stock.stats().embeddedCount())
                        .and("pending_count", stock.stats().pendingCount())
                        .and("failed_count", stock.stats().failedCount())
                        .plain());
    }

    private Stock stock(Bench bench) {
        Caller caller = bench.caller();
        UUID assessment = bench.run().assessmentId();
        var found = new Stock(
                documents.list(caller, assessment).stream()
                        .filter(document -> document.status() != DocumentStatus.ARCHIVED)
                        .toList(),
                chunks.stats(caller, assessment));
        bench.use(Tool.KB_EVIDENCE_SEARCH, Map.of("inventory", true), () -> lines(found.documents()));
        return found;
    }

    private List<Hit> hits(Bench bench) {
        var query = bench.options().query();
        return query == null
                ? List.of()
                : bench.use(
                        Tool.KB_EVIDENCE_SEARCH,
                        Map.of("query", query),
                        () -> knowledge
                                .candidates(
                                        bench.caller(),
                                        bench.run().assessmentId(),
                                        Map.of("query", query),
                                        TOP,
                                        MIN_SCORE)
                                .getOrDefault("query", List.of()));
    }

    private static List<Map<String, Object>> lines(List<Document> documents) {
        return documents.stream()
                .limit(Basis.LISTED)
                .map(document -> Facts.with("document_id", document.documentId())
                        .and("title", document.normalizedFilename())
                        .and("document_type", document.documentType())
                        .and("status", document.status())
                        .plain())
                .toList();
    }
}
