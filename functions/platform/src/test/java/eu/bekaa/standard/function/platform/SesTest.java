package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Through SES, with a stand-in for its API on loopback.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SesTest implements TestPropertyProvider {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int status;
    private volatile String code = "";
    private HttpServer ses;
    private Tenant tenant;

    @Override
    public Map<String, String> getProperties() {
        try {
            ses = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        ses.createContext("/", exchange -> {
            requests.add(URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8));
            var answer = (status == 200
                            ? "<SendEmailResponse><SendEmailResult><MessageId>m-1</MessageId></SendEmailResult></SendEmailResponse>"
                            : "<ErrorResponse><Error><Code>" + code
                                    + "</Code><Message>no</Message></Error></ErrorResponse>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        ses.start();
        return Map.of(
                "standard.email.sender",
                "ses",
                "standard.email.from",
                "standard@example.com",
                "aws.services.ses.endpoint-override",
                "http://127.0.0.1:" + ses.getAddress().getPort());
    }

    @BeforeEach
    void anOrganization() {
        tenant = tenants.create();
        requests.clear();
        status = 200;
    }

    @AfterAll
    void stop() {
        ses.stop(0);
    }

    private HttpResponse<Map<String, Object>> send() {
        var variables = Map.of("name", "Ada <b>", "verification_url", "https://standard.example/v/secret-token");
        var body = Map.of("to", "ada@example.com", "type", "verification", "variables", variables);
        return http.send(tenant.as(tenant.approver(), HttpRequest.POST("/api/v1/email/send", body)));
    }

    @Test
    void std154_aLetterGoesOutThroughSesAndItsTextIsNotKept() throws SQLException {
        var sent = send();
        assertThat(sent.code()).as(sent.body() + "").isEqualTo(202);
        assertThat(requests)
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .contains("Action=SendEmail", "Source=standard@example.com")
                        .contains("Destination.ToAddresses.member.1=ada@example.com")
                        .contains("Ada &lt;b&gt;", "secret-token"));
        try (var owner = TestDatabase.instance().owner();
                var select = owner.prepareStatement("SELECT e::text FROM email_message e WHERE email_id = ?::uuid")) {
            select.setObject(1, sent.body().get("message_id"));
            try (var rows = select.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).contains("m-1").doesNotContain("secret-token");
            }
        }
        var outbox = http.send(tenant.as(tenant.approver(), HttpRequest.GET("/api/v1/email/outbox")));
        assertThat(outbox.code())
                .as("there is no mailbox where letters are sent")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "500,InternalFailure,502,EMAIL_SEND_FAILED",
        "400,MessageRejected,502,EMAIL_SEND_FAILED",
        "400,Throttling,429,RATE_LIMIT_EXCEEDED",
        "400,LimitExceeded,429,RATE_LIMIT_EXCEEDED"
    })
    void std154_whatSesRefusesIsSaidAndNotTriedAgain(int sesStatus, String sesCode, int expected, String error) {
        status = sesStatus;
        code = sesCode;
        var refused = send();
        assertThat(refused.code()).isEqualTo(expected);
        assertThat(Http.error(refused)).containsEntry("code", error);
        assertThat(requests).hasSize(1);
    }
}
