package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.artifact.ArtifactVersion;
import eu.bekaa.standard.assurance.report.Material.Piece;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.data.AuditSlice;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.document.Documents;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an auditor checks a report against: the approved work itself, every decision, every move, and the audit records
/// with the state of their chain.
@Singleton
class PackagedEvidence {
    private static final String HOW =
            "Each line of records.jsonl is the text that was hashed: its SHA-256 stands on the same"
                    + " line of hashes.txt, and its prev_hash is the hash of the record with the sequence before. A jump in the"
                    + " sequence is a record about something else in the same organization. The whole chain was walked when the"
                    + " package was made; GET /api/audit/verify walks it again, up to and beyond the head named here.";

    private final Reviews reviews;
    private final ReportArchive archive;
    private final Documents documents;
    private final AuditLog log;
    private final JsonMapper json;

    PackagedEvidence(Reviews reviews, ReportArchive archive, Documents documents, AuditLog log, JsonMapper json) {
        this.reviews = reviews;
        this.archive = archive;
        this.documents = documents;
        this.log = log;
        this.json = json;
    }

    List<Enclosure> of(Caller caller, Material material) {
        var assessment = material.assessment().assessmentId();
        var files = new ArrayList<Enclosure>();
        if (material.scope() != null) {
            files.add(file("artifacts/scope.json", material.scope()));
        }
        piece(files, "soa", material.soa());
        piece(files, "gap-analysis", material.gap());
        piece(files, "maturity-assessment", material.maturity());
        piece(files, "plan-of-action", material.poam());
        reports(caller, material, files);
        files.add(file(
                "versions.json",
                material.versions().stream().map(ArtifactVersion::of).toList()));
        files.add(file("approvals.json", material.approvals()));
        files.add(file("lifecycle-events.json", material.events()));
        files.add(file("documents.json", documents.list(caller, assessment)));
        audit(log.slice(caller, assessment), files);
        return files;
    }

    private void piece(List<Enclosure> files, String name, @Nullable Piece<?> piece) {
        if (piece != null && piece.approved()) {
            var told = new LinkedHashMap<String, Object>();
            told.put("version", ArtifactVersion.of(piece.version()));
            told.put("items", piece.items());
            files.add(file("artifacts/" + name + ".json", told));
        }
    }

    private void reports(Caller caller, Material material, List<Enclosure> files) {
        var assessment = material.assessment().assessmentId();
        for (var version : reviews.list(caller, assessment, ArtifactKind.REPORT)) {
            if (version instanceof Version.Approved) {
                var header = version.header();
                var text = new String(archive.json(caller, header.id()), StandardCharsets.UTF_8);
                files.add(new Enclosure("artifacts/report-" + header.number() + ".json", text));
            }
        }
    }

    private void audit(AuditSlice slice, List<Enclosure> files) {
        files.add(new Enclosure("audit/records.jsonl", String.join("\n", slice.hashedTexts()) + "\n"));
        files.add(new Enclosure("audit/hashes.txt", String.join("\n", slice.hashes()) + "\n"));
        var proof = new LinkedHashMap<String, Object>();
        proof.put("algorithm", "SHA-256 over canonical JSON (RFC 8785)");
        proof.put("records", slice.records().size());
        proof.put("head_sequence", slice.headSequence());
        proof.put("head_hash", slice.headHash());
        proof.put("verification", slice.verification());
        proof.put("how", HOW);
        files.add(file("audit/proof.json", proof));
    }

    private Enclosure file(String name, Object content) {
        try {
            return new Enclosure(name, json.writeValueAsString(content));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
