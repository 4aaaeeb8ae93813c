package eu.bekaa.standard.function.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.chunk.Chunks;
import eu.bekaa.standard.knowledge.document.DocumentStatus;
import eu.bekaa.standard.knowledge.document.Documents;
import eu.bekaa.standard.knowledge.embedding.KnowledgeIndex;
import eu.bekaa.standard.knowledge.search.KnowledgeSearch;
import eu.bekaa.standard.knowledge.search.SearchRequest;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobRunner;
import eu.bekaa.standard.queue.JobStatus;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class IndexingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Inject
    KnowledgeIndex index;

    @Inject
    KnowledgeSearch search;

    @Inject
    Chunks chunks;

    @Inject
    Documents documents;

    @Inject
    Jobs jobs;

    @Inject
    Library library;

    @Inject
    CountingEmbedder embedder;

    @Inject
    Tenants tenants;

    private Caller caller;
    private UUID assessment;

    @BeforeEach
    void anAssessment() {
        caller = tenants.create().assessor();
        assessment = library.assessment(caller);
    }

    @Test
    void std44_aDocumentIsIndexedChunkByChunk() {
        var document = library.document(caller, assessment, "long.txt", "policy", DAY, longText());
        var status = index.status(caller, assessment);
        assertThat(status.pending()).isGreaterThan(3);
        assertThat(status.lastJob()).isNull();

        library.index(caller, document);

        assertThat(documents.find(caller, document).status()).isEqualTo(DocumentStatus.EMBEDDED);
        var after = index.status(caller, assessment);
        assertThat(after.embedded()).isEqualTo(status.pending());
        assertThat(after.queueDepth()).isZero();
        assertThat(after.lastJob())
                .satisfies(job -> assertThat(job.progressDone()).isEqualTo(after.embedded()));
        var stats = chunks.stats(caller, assessment);
        assertThat(stats.documentCount()).isOne();
        assertThat(stats.chunkCount()).isEqualTo(stats.embeddedCount()).isEqualTo(after.embedded());
    }

    @Test
    void std44_repeatingTheWorkMakesNoDuplicate() {
        var document = library.document(caller, assessment, "long.txt", "policy", DAY, longText());
        var job = jobs.submit(caller, Queue.EMBEDDINGS, JobKind.PREPARE_EMBEDDING, document, Map.of());
        assertThat(library.run(caller, job)).isEqualTo(JobRunner.Verdict.TAKEN);
        long vectors = vectors();
        assertThat(library.run(caller, job)).isEqualTo(JobRunner.Verdict.TAKEN);
        library.index(caller, document);
        assertThat(vectors()).isEqualTo(vectors);
        assertThat(index.complete(caller, assessment, null).queuedJobIds()).isEmpty();
    }

    @Test
    void std44_anUnchangedDocumentUploadedAgainCostsNoEmbedding() {
        library.policy(caller, assessment, "one.txt", longText());
        int before = embedder.passages();
        var again = library.policy(caller, library.assessment(caller), "two.txt", longText());
        assertThat(embedder.passages()).isEqualTo(before);
        assertThat(documents.find(caller, again).status()).isEqualTo(DocumentStatus.EMBEDDED);
        var found = search.search(
                caller, SearchRequest.of(documents.find(caller, again).assessmentId(), "Rule 7"));
        assertThat(found.data()).isNotEmpty().allMatch(hit -> hit.documentId().equals(again));
    }

    @Test
    void anotherOrganizationsVectorsAreNotTakenOver() {
        library.policy(caller, assessment, "one.txt", Library.ACCESS);
        var stranger = tenants.create().assessor();
        int before = embedder.passages();
        library.policy(stranger, library.assessment(stranger), "one.txt", Library.ACCESS);
        assertThat(embedder.passages()).isEqualTo(before + 1);
    }

    @Test
    void askingToIndexQueuesWhatIsMissingOnce() {
        var document = library.document(caller, assessment, "a.txt", "policy", DAY, Library.ACCESS);
        var done = library.policy(caller, assessment, "b.txt", Library.BACKUP);
        var first = index.complete(caller, assessment, null);
        assertThat(first.queuedJobIds()).hasSize(1);
        assertThat(first.vectorReferenceIds()).hasSize(1);
        assertThat(first.skippedChunkIds())
                .containsExactly(
                        chunks.ofAssessment(caller, assessment, done).getFirst().chunkId());
        assertThat(index.complete(caller, assessment, document).queuedJobIds()).isEqualTo(first.queuedJobIds());

        library.run(caller, first.queuedJobIds().getFirst());
        var hit = search.search(caller, SearchRequest.of(assessment, "Who reviews access rights?"))
                .data()
                .getFirst();
        assertThat(hit.vectorReferenceId()).isEqualTo(first.vectorReferenceIds().getFirst());
    }

    @Test
    void whatAnotherModelEmbeddedIsEmbeddedAgain() {
        var document = library.policy(caller, assessment, "a.txt", Library.ACCESS);
        embeddedByAnotherModel();
        var query = SearchRequest.of(assessment, "Who reviews access rights?");
        assertThat(search.search(caller, query).data()).isEmpty();

        var request = index.complete(caller, assessment, document);
        assertThat(request.skippedChunkIds()).isEmpty();
        library.run(caller, request.queuedJobIds().getFirst());
        assertThat(search.search(caller, query).data()).hasSize(1);
        assertThat(index.complete(caller, assessment, document).queuedJobIds()).isEmpty();
    }

    @Test
    void afterAChangeOfModelTheIndexCatchesUpInWhatIsOpen() {
        var document = library.policy(caller, assessment, "a.txt", Library.ACCESS);
        var closed = library.assessment(caller);
        var old = library.policy(caller, closed, "b.txt", Library.ACCESS);
        embeddedByAnotherModel();
        Library.execute("UPDATE assessment SET state = 'closed' WHERE assessment_id = ?", closed);

        index.catchUp(caller);
        index.catchUp(caller);

        assertThat(queued(old)).isEmpty();
        assertThat(queued(document)).hasSize(1);
        library.run(caller, queued(document).getFirst());
        assertThat(search.search(caller, SearchRequest.of(assessment, "Who reviews access rights?"))
                        .data())
                .hasSize(1);
        index.catchUp(caller);
        assertThat(queued(document)).isEmpty();
    }

    private void embeddedByAnotherModel() {
        Library.execute("DELETE FROM chunk_vector WHERE organization_id = ?", caller.org());
        Library.execute("UPDATE vector_reference SET model = 'another' WHERE organization_id = ?", caller.org());
    }

    private List<UUID> queued(UUID document) {
        return jobs.ofSubject(caller, document).stream()
                .filter(job -> job.kind() == JobKind.PREPARE_EMBEDDING && job.status() == JobStatus.QUEUED)
                .map(Job::jobId)
                .toList();
    }

    @Test
    void rebuildingEmbedsEverythingAnewWhileTheOldIsStillFound() {
        var document = library.policy(caller, assessment, "a.txt", Library.ACCESS);
        int before = embedder.passages();
        var request = index.rebuild(caller, assessment, document);
        assertThat(request.skippedChunkIds()).isEmpty();
        assertThat(index.status(caller, assessment).reprocessRequired()).isOne();
        assertThat(search.search(caller, SearchRequest.of(assessment, "access")).data())
                .hasSize(1);
        library.run(caller, request.queuedJobIds().getFirst());
        assertThat(embedder.passages()).isEqualTo(before + 1);
        assertThat(index.status(caller, assessment).embedded()).isOne();
        assertThat(vectors()).isOne();
    }

    @Test
    void aDocumentOfAnotherAssessmentIsNotIndexedHere() {
        var elsewhere = library.policy(caller, library.assessment(caller), "a.txt", Library.ACCESS);
        assertThatThrownBy(() -> index.complete(caller, assessment, elsewhere))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND));
    }

    @Test
    void workThatKeepsFailingFailsTheDocumentAndNothingElse() {
        var good = library.policy(caller, assessment, "good.txt", Library.ACCESS);
        var bad = library.document(caller, assessment, "bad.txt", "policy", DAY, "This is unreadable to the model.");
        var job = jobs.submit(caller, Queue.EMBEDDINGS, JobKind.PREPARE_EMBEDDING, bad, Map.of());
        for (int attempt = 1; attempt <= 5; attempt++) {
            Library.execute("UPDATE job SET not_before = now() - interval '1 minute' WHERE job_id = ?", job);
            library.run(caller, job);
        }
        assertThat(jobs.find(caller, job))
                .get()
                .satisfies(ended -> assertThat(ended.status()).isEqualTo(JobStatus.FAILED));
        assertThat(documents.find(caller, bad).status()).isEqualTo(DocumentStatus.FAILED);
        assertThat(documents.find(caller, good).status()).isEqualTo(DocumentStatus.EMBEDDED);
        assertThat(index.status(caller, assessment).failed()).isOne();
    }

    @Test
    void aChunkRetiredMeanwhileIsNotIndexed() {
        var document = library.document(caller, assessment, "a.txt", "policy", DAY, Library.ACCESS);
        var job = jobs.submit(caller, Queue.EMBEDDINGS, JobKind.PREPARE_EMBEDDING, document, Map.of());
        Library.execute("UPDATE document_chunk SET active = false WHERE document_id = ?", document);
        library.run(caller, job);
        assertThat(vectors()).isZero();
    }

    private long vectors() {
        var kept = Library.count("SELECT count(*) FROM chunk_vector WHERE organization_id = ?", caller.org());
        assertThat(Library.count("SELECT count(*) FROM chunk_sign WHERE organization_id = ?", caller.org()))
                .isEqualTo(kept);
        return kept;
    }

    private static String longText() {
        return IntStream.range(0, 400)
                .mapToObj(i ->
                        "Rule " + i + " says that systems of class " + i % 7 + " are patched within " + i + " days.")
                .collect(Collectors.joining(" "));
    }
}
