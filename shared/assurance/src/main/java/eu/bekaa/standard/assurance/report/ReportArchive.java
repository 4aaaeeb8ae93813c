package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.review.Header;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reports as they were generated. What is kept here never changes.
@Singleton
public class ReportArchive {
    private final ReportRows rows;
    private final JsonMapper json;

    ReportArchive(ReportRows rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /// What a report says, whole.
    /// @throws Refusal `REPORT_NOT_FOUND`
    @ReadOnly
    public ReportContent content(Caller caller, UUID versionId) {
        return parsed(json(caller, versionId));
    }

    /// The content's JSON, byte for byte as its hash was taken.
    @ReadOnly
    public byte[] json(Caller caller, UUID versionId) {
        return rows.content(caller.org(), versionId)
                .orElseThrow(Refusal.notFound(ErrorCode.REPORT_NOT_FOUND, versionId))
                .getBytes(StandardCharsets.UTF_8);
    }

    StoredReport find(Caller caller, UUID versionId) {
        return rows.find(caller.org(), versionId).orElseThrow(Refusal.notFound(ErrorCode.REPORT_NOT_FOUND, versionId));
    }

    Map<UUID, StoredReport> ofAssessment(Caller caller, UUID assessmentId) {
        return rows.ofAssessment(caller.org(), assessmentId).stream()
                .collect(Collectors.toMap(StoredReport::versionId, Function.identity()));
    }

    StoredReport keep(Caller caller, Header header, ReportType type, Format format, ReportContent content) {
        var bytes = written(content);
        var report = new StoredReport(
                header.id(),
                caller.org(),
                header.assessmentId(),
                type,
                content.cover().title(),
                format,
                content.cover().marking(),
                Digest.of(bytes));
        rows.save(
                report.versionId(),
                caller.org(),
                report.assessmentId(),
                type,
                report.title(),
                format,
                report.marking(),
                report.contentHash(),
                new String(bytes, StandardCharsets.UTF_8));
        return report;
    }

    private byte[] written(ReportContent content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private ReportContent parsed(byte[] content) {
        try {
            return Objects.requireNonNull(json.readValue(content, ReportContent.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
