package eu.bekaa.standard.bench.ingestion;

import eu.bekaa.standard.bench.platform.Seed;
import eu.bekaa.standard.function.local.demo.Answers;
import eu.bekaa.standard.function.local.demo.Api;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Where documents are handed in, and the database where it is seen how far they are.
record Desk(Api assessor, Connection database, List<String> texts) {
    private static final String ASSESSMENTS = "/api/v1/assessments";
    private static final double PATIENCE_SECONDS = 300;
    private static final double NANOS = 1e9;

    List<String> documents(int round) {
        return texts.stream()
                .map(text -> text.replace("\n\n", " (" + round + ")\n\n"))
                .toList();
    }

    String open() throws Exception {
        var wanted = Map.of("name", "Ingestion", "scf_version_id", Seed.catalogId("version"));
        return Answers.text(assessor.post(ASSESSMENTS, wanted), "assessment_id");
    }

    /// @return chunks per second
    double ingested(int round) throws Exception {
        var assessment = open();
        var documents = documents(round);
        long start = System.nanoTime();
        for (int i = 0; i < documents.size(); i++) {
            var bytes = documents.get(i).getBytes(StandardCharsets.UTF_8);
            upload(assessment, "round-" + round + "-" + i + ".md", "text/markdown", bytes);
        }
        awaitEmbedded(documents.size(), assessment);
        double seconds = (System.nanoTime() - start) / NANOS;
        return count("SELECT count(*) FROM document_chunk WHERE assessment_id = ? AND active", assessment) / seconds;
    }

    double ingestedQuietly(int round) {
        try {
            return ingested(round);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Leaves nothing to be done behind.
    /// @return seconds from the upload of a file to its first passage in the index
    double firstFound(Path file) throws Exception {
        var assessment = open();
        var bytes = Files.readAllBytes(file);
        long start = System.nanoTime();
        upload(assessment, "report.pdf", "application/pdf", bytes);
        await("SELECT EXISTS (SELECT FROM chunk_sign WHERE assessment_id = ?)", assessment);
        double seconds = (System.nanoTime() - start) / NANOS;
        awaitEmbedded(1, assessment);
        return seconds;
    }

    private void upload(String assessment, String name, String type, byte[] content) {
        assessor.upload(ASSESSMENTS + "/" + assessment + "/documents", name, type, content, Map.of());
    }

    private void awaitEmbedded(int documents, String assessment) throws Exception {
        await(
                "SELECT count(*) = %d FROM document WHERE assessment_id = ? AND status = 'embedded'"
                        .formatted(documents),
                assessment);
    }

    private void await(String condition, String assessment) throws Exception {
        long until = System.nanoTime() + (long) (PATIENCE_SECONDS * NANOS);
        while (count("SELECT CAST((" + condition + ") AS int)", assessment) == 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Not within " + PATIENCE_SECONDS + " s: " + condition);
            }
            Thread.sleep(20);
        }
    }

    private long count(String sql, String assessment) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(assessment));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
