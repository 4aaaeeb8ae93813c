package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.review.Header;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The words and shapes that OSCAL documents share (NIST OSCAL 1.1.2, JSON).
final class Oscal {
    /// Whose property names these are.
    static final String NAMESPACE = "https://standard.bekaa.eu/ns/oscal";

    private static final UUID ROOT = UUID.fromString("7a9e2a52-5f1c-5c36-9a0c-0a4a6a1f6f55");

    private Oscal() {}

    /// The id of something in an OSCAL document. OSCAL takes UUIDs of version 4 and 5 only and ours are of version 7,
    /// so it is made from ours: the same thing has the same id in every document.
    static String id(UUID ours, String role) {
        var name = (role + ":" + ours).getBytes(StandardCharsets.UTF_8);
        var input = ByteBuffer.allocate(16 + name.length);
        input.putLong(ROOT.getMostSignificantBits())
                .putLong(ROOT.getLeastSignificantBits())
                .put(name);
        try {
            var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-1").digest(input.array()));
            long high = (hash.getLong() & ~0xF000L) | 0x5000L;
            long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
            return new UUID(high, low).toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Map<String, Object> metadata(Material material, Header header, String title) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("title", title);
        metadata.put("last-modified", material.at().toString());
        metadata.put("version", String.valueOf(header.number()));
        metadata.put("oscal-version", "1.1.2");
        metadata.put(
                "props", List.of(prop("assessment-id", material.assessment().assessmentId())));
        metadata.put(
                "parties",
                List.of(object(
                        "uuid",
                        id(header.organizationId(), "party"),
                        "type",
                        "organization",
                        "name",
                        line(material.organization()))));
        return metadata;
    }

    /// A map in the order of its entries.
    /// @param entries names and values in turn
    static Map<String, Object> object(Object... entries) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < entries.length; i += 2) {
            object.put((String) entries[i], entries[i + 1]);
        }
        return object;
    }

    static Map<String, Object> prop(String name, Object value) {
        return object("name", name, "ns", NAMESPACE, "value", line(value.toString()));
    }

    /// Properties of those values that there are.
    /// @param entries names and values in turn
    static List<Map<String, Object>> props(@Nullable Object... entries) {
        var props = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < entries.length; i += 2) {
            var value = entries[i + 1];
            if (value != null && !value.toString().isBlank()) {
                props.add(prop(String.valueOf(entries[i]), value));
            }
        }
        return props;
    }

    /// A text where OSCAL wants one: never blank, without blanks around it.
    static String line(@Nullable String text) {
        var stripped = text == null ? "" : text.strip().replaceAll("\\s+", " ");
        return stripped.isEmpty() ? "-" : stripped;
    }

    /// A code as OSCAL's tokens allow: letters, digits, `.`, `-` and `_`, not beginning with a digit.
    static String token(String code) {
        var token = code.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "_");
        return token.isEmpty() || !Character.isLetter(token.charAt(0)) ? "_" + token : token;
    }
}
