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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        var report = find(caller, versionId);
        var content = rows.content(caller.org(), versionId)
                .orElseThrow(Refusal.notFound(ErrorCode.REPORT_NOT_FOUND, versionId))
                .getBytes(StandardCharsets.UTF_8);
        if (!Digest.of(content).equals(report.contentHash())) {
            throw new IllegalStateException("The content of report " + versionId + " does not match its hash.");
        }
        return content;
    }

    /// What the JSON of a report says.
    public ReportContent parsed(byte[] content) {
        try {
            return Objects.requireNonNull(json.readValue(content, ReportContent.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The report in the format of machines, where it is of a type that has one.
    @ReadOnly
    public Optional<byte[]> machineReadable(Caller caller, UUID versionId) {
        return find(caller, versionId).reportType() == ReportType.MACHINE_READABLE_EXPORT
                ? Optional.ofNullable(enclosed(caller, versionId).get(ReportEnclosures.RESULTS))
                : Optional.empty();
    }

    /// The files that go with a report, by their names.
    @ReadOnly
    public Map<String, byte[]> enclosed(Caller caller, UUID versionId) {
        var files = new LinkedHashMap<String, byte[]>();
        rows.enclosures(caller.org(), versionId).forEach(file -> files.put(file.name(), file.bytes()));
        return files;
    }

    StoredReport find(Caller caller, UUID versionId) {
        return rows.find(caller.org(), versionId).orElseThrow(Refusal.notFound(ErrorCode.REPORT_NOT_FOUND, versionId));
    }

    Map<UUID, StoredReport> ofAssessment(Caller caller, UUID assessmentId) {
        return rows.ofAssessment(caller.org(), assessmentId).stream()
                .collect(Collectors.toMap(StoredReport::versionId, Function.identity()));
    }

    /// @param files what goes with it; listed in the content
    StoredReport keep(
            Caller caller,
            Header header,
            ReportType type,
            Format format,
            ReportContent content,
            List<Enclosure> files) {
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
        files.forEach(file -> rows.enclose(report.versionId(), caller.org(), file.name(), file.content()));
        return report;
    }

    private byte[] written(ReportContent content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
