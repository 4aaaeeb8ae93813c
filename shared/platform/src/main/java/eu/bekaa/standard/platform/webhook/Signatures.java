package eu.bekaa.standard.platform.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a receiver can tell our calls from others' by. `X-Standard-Signature` is the contract's: the body under the
/// secret. `X-Standard-Timestamped-Signature` covers the time of this attempt as well, so that a call that was listened
/// to cannot be repeated later. While a rotated secret is still valid, its signatures are sent beside the new one's.
final class Signatures {
    private Signatures() {}

    /// @param secrets the current one first, then the former one while it is valid
    static Map<String, String> headers(List<String> secrets, Instant at, byte[] body) {
        var timestamp = at.toString();
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Standard-Timestamp", timestamp);
        headers.put("X-Standard-Signature", hmac(secrets.getFirst(), body));
        secrets.stream().skip(1).forEach(former -> headers.put("X-Standard-Former-Signature", hmac(former, body)));
        headers.put(
                "X-Standard-Timestamped-Signature",
                secrets.stream()
                        .map(secret -> hmac(secret, timestamp.getBytes(StandardCharsets.US_ASCII), DOT, body))
                        .collect(Collectors.joining(",")));
        return headers;
    }

    private static final byte[] DOT = {'.'};

    /// @return 64 hex digits
    static String hmac(String secret, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            for (var part : parts) {
                mac.update(part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
