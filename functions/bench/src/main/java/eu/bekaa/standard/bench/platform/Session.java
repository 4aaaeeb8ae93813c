package eu.bekaa.standard.bench.platform;

import eu.bekaa.standard.function.local.demo.Api;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.URI;

/// Somebody of the running platform, signed in.
public final class Session {
    private Session() {}

    /// The same with an API to call by its paths.
    public static Api api(Running platform, String person) throws IOException {
        return Api.signIn(
                URI.create("http://localhost:" + platform.port()),
                JsonMapper.createDefault(),
                platform.setting("STANDARD_ORG_ID"),
                platform.setting("STANDARD_" + person + "_EMAIL"),
                platform.setting("STANDARD_" + person + "_PASSWORD"));
    }

    /// @param person `ADMIN`, `ASSESSOR` or `APPROVER`
    /// @return the header that each request of theirs carries
    public static String of(Running platform, String person) throws IOException {
        var body = "{\"email\":\"%s\",\"password\":\"%s\"}"
                .formatted(
                        platform.setting("STANDARD_" + person + "_EMAIL"),
                        platform.setting("STANDARD_" + person + "_PASSWORD"));
        try (var wire = new Wire(platform.port())) {
            if (wire.send(Wire.request("POST", "/api/v1/auth/sign-in", body)) != 200) {
                throw new IllegalStateException("Nobody could sign in: " + wire.body());
            }
            return "Cookie: " + wire.header("set-cookie").split(";", 2)[0];
        }
    }
}
