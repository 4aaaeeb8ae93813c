package eu.bekaa.standard.function.documents;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.kernel.PageRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@MicronautTest(transactional = false)
class UploadTest {
    private static final byte[] POLICY = "Every account has an owner.".getBytes(StandardCharsets.UTF_8);

    @Inject
    Desk desk;

    @Inject
    AuditLog audit;

    @Inject
    StandInAssessments assessments;

    private Desk.Place place;

    @BeforeEach
    void anAssessment() {
        place = desk.place();
    }

    @Test
    void std40_anUploadIsAcceptedWithItsJob() {
        var answer = desk.upload(
                place,
                Desk.text("classification", "confidential"),
                Desk.text("document_type", "policy"),
                Desk.text("language", "en"),
                Desk.text("version_label", "2.1"),
                Desk.text("effective_date", "2026-01-31"),
                Desk.file("Access Policy.txt", POLICY));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.object("document"))
                .containsEntry("original_filename", "Access Policy.txt")
                .containsEntry("normalized_filename", "Access_Policy.txt")
                .containsEntry("mime_type", "text/plain")
                .containsEntry("file_size", POLICY.length)
                .containsEntry("classification", "confidential")
                .containsEntry("document_type", "policy")
                .containsEntry("language", "en")
                .containsEntry("version_label", "2.1")
                .containsEntry("effective_date", "2026-01-31")
                .containsEntry("status", "queued_for_extraction")
                .containsEntry("scan_status", "skipped")
                .containsEntry("content_hash", "45cfd0f732ed3fa76528e078b9bf8c2e562e1f99d3faa07a30da54a4431d8f83");
        assertThat(answer.object("job"))
                .containsEntry("job_type", "extract_and_chunk")
                .containsEntry("status", "queued");
        assertThat(answer.text("trace_id")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(assessments.state(place.assessor(), place.assessmentId())).isEqualTo("documents_uploaded");
    }

    @Test
    void std42_theKeyHoldsTheTenantAndASafeName() {
        var answer = desk.upload(place, "../../../etc/passwd\\..\\evil <b>.txt", POLICY);
        assertThat(answer.status()).isEqualTo(202);
        var document = answer.object("document");
        assertThat(document)
                .containsEntry("original_filename", "evil <b>.txt")
                .containsEntry(
                        "storage_key",
                        "tenants/" + place.tenant().organizationId() + "/assessments/" + place.assessmentId()
                                + "/documents/" + document.get("document_id") + "/evil_b_.txt");
    }

    @Test
    void std40_aFormWithoutAFileOrWithUnknownFieldsIsInvalid() {
        refused(desk.upload(place, Desk.text("language", "en")), 400, "VALIDATION_ERROR");
        refused(desk.upload(place, Desk.text("colour", "red"), Desk.file("a.txt", POLICY)), 400, "VALIDATION_ERROR");
        refused(
                desk.upload(place, Desk.text("classification", "secret"), Desk.file("a.txt", POLICY)),
                400,
                "VALIDATION_ERROR");
        refused(
                desk.upload(place, Desk.text("effective_date", "soon"), Desk.file("a.txt", POLICY)),
                400,
                "VALIDATION_ERROR");
        refused(desk.upload(place, "a.txt", new byte[0]), 400, "VALIDATION_ERROR");
    }

    @Test
    void std40_aFormWithoutABoundaryIsRefusedAtOnce() {
        var template = place.tenant().as(place.assessor(), HttpRequest.GET("/"));
        var answer = desk.send(place, "multipart/form-data", template, Desk.form(Desk.file("a.txt", POLICY)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void std40_otherKindsOfFileAreRefused() {
        refused(desk.upload(place, "a.exe", POLICY), 415, "UNSUPPORTED_MEDIA_TYPE");
        refused(desk.upload(place, "a.pdf", POLICY), 415, "UNSUPPORTED_MEDIA_TYPE");
        refused(desk.upload(place, "noextension", POLICY), 415, "UNSUPPORTED_MEDIA_TYPE");
        refused(desk.upload(place, "a.txt", new byte[] {'M', 'Z', 0, 1}), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    @Timeout(60)
    void std40_filesOverTheLimitAreRefused() {
        refused(desk.upload(place, "a.txt", new byte[26 << 20]), 413, "FILE_TOO_LARGE");
        refused(desk.upload(place, "a.txt", new byte[60 << 20]), 413, "FILE_TOO_LARGE");
        assertThat(desk.get(place, place.path() + "/documents").data()).isEmpty();
    }

    @Test
    @Timeout(60)
    void std1_aLargeFileWithoutCredentialsIsAnsweredToo() {
        var answer = desk.upload(
                place,
                HttpRequest.GET("/").header("Authorization", "Bearer wrong"),
                Desk.file("a.txt", new byte[40 << 20]));
        refused(answer, 401, "UNAUTHORIZED");
    }

    @Test
    void std41_malwareIsRefusedAndNothingKept() {
        var eicar = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
        refused(desk.upload(place, "a.txt", eicar), 422, "MALWARE_DETECTED");
        assertThat(desk.get(place, place.path() + "/documents").data()).isEmpty();
        var events = audit.page(
                place.tenant().auditor(),
                new AuditLog.Filter(null, null, "security.malware_detected", null, null),
                PageRequest.of(null, null));
        assertThat(events.data())
                .singleElement()
                .satisfies(event -> assertThat(event.assessmentId()).isEqualTo(place.assessmentId()));
    }

    @Test
    void std2_anotherOrganizationSeesNothing() {
        var id = desk.uploaded(place, "a.txt", "Secret plans");
        var other = desk.place();
        for (var path : new String[] {"", "/status", "/chunks", "/download", "/jobs"}) {
            refused(desk.get(other, "/api/v1/documents/" + id + path), 404, "DOCUMENT_NOT_FOUND");
        }
        refused(
                desk.send(other.tenant().approver(), other, HttpRequest.DELETE("/api/v1/documents/" + id)),
                404,
                "DOCUMENT_NOT_FOUND");
        refused(
                desk.post(other, "/api/v1/documents/" + id + "/reprocess", Map.of("reason", "x")),
                404,
                "DOCUMENT_NOT_FOUND");
        refused(desk.get(other, place.path() + "/documents"), 404, "ASSESSMENT_NOT_FOUND");
        refused(
                desk.upload(new Desk.Place(other.tenant(), place.assessmentId()), "a.txt", POLICY),
                404,
                "ASSESSMENT_NOT_FOUND");
    }

    @Test
    void std5_theSameFormUnderOneKeyIsOneDocument() {
        var first = desk.uploadOnce(place, "key-1", Desk.file("a.txt", POLICY));
        var again = desk.uploadOnce(place, "key-1", Desk.file("a.txt", POLICY));
        assertThat(first.status()).as("%s", first.body()).isEqualTo(202);
        assertThat(again).isEqualTo(first);
        refused(desk.uploadOnce(place, "key-1", Desk.file("b.txt", POLICY)), 409, "CONFLICT");
        assertThat(desk.get(place, place.path() + "/documents").data()).hasSize(1);
    }

    @Test
    void aClosedAssessmentTakesNoDocuments() {
        assessments.close(place.assessmentId());
        refused(desk.upload(place, "a.txt", POLICY), 409, "CONFLICT");
        refused(desk.post(place, place.path() + "/documents/upload-url", Map.of("filename", "a.txt")), 409, "CONFLICT");
    }

    private static void refused(Desk.Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
