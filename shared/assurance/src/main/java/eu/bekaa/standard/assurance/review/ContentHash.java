package eu.bekaa.standard.assurance.review;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The fingerprint of what was submitted, so that anybody can check later that it is still what was approved.
@Singleton
public class ContentHash {
    private final JsonMapper json;

    ContentHash(JsonMapper json) {
        this.json = json;
    }

    /// @param items in order, as they are sent to clients
    /// @return SHA-256 over their JSON, 64 lower-case hex digits
    public String of(List<?> items) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(json.writeValueAsBytes(items)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
