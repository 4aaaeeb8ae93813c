package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.Digest;
import eu.bekaa.standard.assurance.report.ReportType;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a package holds: every file with its size and hash, and of what it was made.
final class PackageManifest {
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private PackageManifest() {}

    /// @param json  the content as it is kept; its hash is the report's
    /// @param files content by name
    static byte[] of(ReportType type, ReportContent content, byte[] json, Map<String, byte[]> files) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("package", type.toString());
        manifest.put("title", content.cover().title());
        manifest.put("organization", content.cover().organization());
        manifest.put("assessment", content.cover().assessment());
        manifest.put("report_version", content.cover().version());
        manifest.put("content_as_of", content.cover().generatedAt().toString());
        manifest.put("content_hash", Digest.of(json));
        manifest.put(
                "files", files.entrySet().stream().map(PackageManifest::line).toList());
        try {
            return JSON.writeValueAsBytes(manifest);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Map<String, Object> line(Map.Entry<String, byte[]> file) {
        var line = new LinkedHashMap<String, Object>();
        line.put("path", file.getKey());
        line.put("bytes", file.getValue().length);
        line.put("sha256", Digest.of(file.getValue()));
        return line;
    }
}
