package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that are no proper HTTP, or too large, are refused in the house's envelope or cut off, and change nothing
/// for those who come after.
class OddTransportTest {
    private static final String HOST = "\r\nHost: localhost\r\n";

    private final Neighbourhood town = Neighbourhood.instance();

    private Wire.Answer answer(String request) throws IOException {
        try (var wire = new Wire(town.address())) {
            return wire.send(request.getBytes(StandardCharsets.ISO_8859_1), false);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/%zz HTTP/1.1" + HOST + "\r\n",
                "GET /api/v1/\u0000 HTTP/1.1" + HOST + "\r\n",
                "GET /api/v1/a b HTTP/1.1" + HOST + "\r\n",
                "GET HTTP/1.1" + HOST + "\r\n",
                "get /api/v1/organizations HTTP/1.1" + HOST + "\r\n",
                "NONSENSE /api/v1/organizations HTTP/1.1" + HOST + "\r\n",
                "TRACE /api/v1/organizations HTTP/1.1" + HOST + "\r\n",
                "GET http://169.254.169.254/latest HTTP/1.1" + HOST + "\r\n",
                "GET //169.254.169.254/latest HTTP/1.1" + HOST + "\r\n",
                "GET /api/v1/../../etc/passwd HTTP/1.1" + HOST + "\r\n",
                "GET /docs-assets/..%2f..%2fapplication.yml HTTP/1.1" + HOST + "\r\n",
                "POST /api/v1/auth/sign-in HTTP/1.1" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/v1/auth/sign-in HTTP/1.1" + HOST + "Content-Length: -1\r\n\r\n",
                "POST /api/v1/auth/sign-in HTTP/1.1" + HOST + "Content-Length: 99999999999999999999\r\n\r\n",
                "POST /api/v1/auth/sign-in HTTP/1.1" + HOST
                        + "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "POST /api/v1/auth/sign-in HTTP/1.1" + HOST + "Transfer-Encoding: nonsense\r\n\r\n{}",
                "GET /api/v1/organizations HTTP/1.1" + HOST + "Bad Name: x\r\n\r\n",
                "GET /api/v1/organizations HTTP/1.1" + HOST + "X-Trace-Id: a\u0000bcdefghij\r\n\r\n",
                "GET /api/v1/organizations HTTP/1.1" + HOST + "Accept: ;;;\r\n\r\n"
            })
    void anImproperRequestIsRefusedAndNoMoreSaid(String request) throws IOException {
        requireRefused(request);
    }

    @Test
    void whatIsTooLongIsRefused() throws IOException {
        requireRefused("GET /api/v1/" + "a".repeat(20_000) + " HTTP/1.1" + HOST + "\r\n");
        requireRefused("GET /api/v1/organizations HTTP/1.1" + HOST + "X-Long: " + "a".repeat(20_000) + "\r\n\r\n");
        requireRefused("GET /api/v1/organizations HTTP/1.1" + HOST + "X: y\r\n".repeat(5_000) + "\r\n");
        requireRefused("GET /api/v1/organizations?" + "a=b&".repeat(900) + " HTTP/1.1" + HOST + "\r\n");
    }

    private void requireRefused(String request) throws IOException {
        var judge = new Judge(town.document());
        try {
            var answer = answer(request);
            assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
            assertThat(judge.faults(null, answer)).as(answer.text()).isEmpty();
        } catch (IOException cutOff) {
            assertThat(cutOff).hasMessageMatching("(?s)The connection ended after: .*|.*reset.*|.*pipe.*");
        }
        var after = answer("GET /api/v1/health HTTP/1.1" + HOST + "\r\n");
        assertThat(after.status()).isEqualTo(200);
    }
}
