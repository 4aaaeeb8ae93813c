package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Letters that are sent by hand, and their wording.
@OutboundTest
class EmailTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    MailDesk desk;

    private static final String HOSTILE = "<script>alert(\"1\")</script> & 'x'";

    private HttpResponse<Map<String, Object>> send(Map<String, ?> body) {
        return desk.by(desk.tenant.approver(), HttpRequest.POST("/api/v1/email/send", body));
    }

    private static Map<String, Object> welcome(String name) {
        return Map.of(
                "to",
                "ada@example.com",
                "type",
                "welcome",
                "variables",
                Map.of("name", name, "organization", "Example", "sign_in_url", "https://standard.example/in?a=1&b=2"));
    }

    private Map<String, Object> template(String type) {
        return desk.list("/api/v1/email/templates").stream()
                .filter(template -> type.equals(template.get("type")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void std154_variablesAreEscapedInHtmlAndOnlyThere() {
        var sent = send(welcome(HOSTILE));
        assertThat(sent.code()).isEqualTo(202);
        assertThat(sent.body()).containsKeys("message_id", "sent_at");

        assertThat(desk.outbox()).singleElement().satisfies(letter -> {
            assertThat(letter).containsEntry("to", "ada@example.com").containsEntry("type", "welcome");
            assertThat(letter.get("body_html").toString())
                    .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;")
                    .contains("href=\"https://standard.example/in?a=1&amp;b=2\"")
                    .doesNotContain("<script");
            assertThat(letter.get("body_text").toString()).contains(HOSTILE);
        });
    }

    @Test
    void std154_unknownMissingAndUnfitVariablesAreRefused() {
        var fit = Map.of("name", "Ada", "organization", "Example", "sign_in_url", "https://standard.example/");
        var unknown = new HashMap<String, String>(fit);
        unknown.put("colour", "red");
        var missing = new HashMap<String, String>(fit);
        missing.remove("name");
        var script = new HashMap<String, String>(fit);
        script.put("sign_in_url", "javascript:alert(1)");
        var twoLines = new HashMap<String, String>(fit);
        twoLines.put("organization", "Example\r\nBcc: everyone@example.com");
        for (var variables : List.of(unknown, missing, script, twoLines)) {
            var refused = send(Map.of("to", "ada@example.com", "type", "welcome", "variables", variables));
            assertThat(refused.code()).as(variables.toString()).isEqualTo(400);
        }
        assertThat(send(Map.of("to", "ada@example.com", "variables", fit)).code())
                .isEqualTo(400);
        assertThat(desk.outbox()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@localhost",
                "ada@example.com, eve@example.com",
                "ada@example.com\r\nBcc: eve@example.com",
                "Ada <ada@example.com>",
                "ada@example.com ",
                "\"a b\"@example.com",
                "ada@exämple.com"
            })
    void std154_aReaderIsOneAddressAndNothingElse(String to) {
        var body = new HashMap<>(welcome("Ada"));
        body.put("to", to);
        assertThat(send(body).code()).isEqualTo(400);
    }

    @Test
    void std154_anOrganizationWordsItsOwnLetters() {
        var template = template("approval_request");
        assertThat(template).containsEntry("updated_at", null);
        assertThat(template.get("variables")).isEqualTo(List.of("name", "organization", "artifact", "approval_url"));
        var path = "/api/v1/email/templates/" + template.get("template_id");
        var wording = Map.of(
                "subject", "Decide: {{artifact}}",
                "body_html", "<p title=\"{{name}}\">{{ artifact }}</p>",
                "body_text", "{{artifact}} {{approval_url}}");
        var put = desk.by(desk.tenant.approver(), HttpRequest.PUT(path, wording));
        assertThat(put.code()).as(put.body() + "").isEqualTo(200);
        assertThat(put.body())
                .containsEntry("subject", "Decide: {{artifact}}")
                .containsEntry("template_id", template.get("template_id"));

        var preview = desk.by(
                desk.tenant.approver(),
                HttpRequest.POST(path + "/preview", Map.of("variables", Map.of("artifact", HOSTILE))));
        assertThat(preview.body())
                .containsEntry("subject", "Decide: " + HOSTILE)
                .hasEntrySatisfying(
                        "body_html", html -> assertThat(html.toString()).startsWith("<p title=\"[name]\">&lt;script"));

        var theirs = tenants.create();
        assertThat(http.send(theirs.as(theirs.approver(), HttpRequest.GET(path)))
                        .code())
                .isEqualTo(404);
        assertThat(http.send(theirs.as(theirs.approver(), HttpRequest.PUT(path, wording)))
                        .code())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>{{colour}}</p>",
                "<p>{{name|raw}}</p>",
                "<script>{{name}}</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:{{name}}\">x</a>",
                "<a href={{approval_url}}>x</a>",
                "<{{name}}>",
                "<style>p { color: {{name}} }</style>",
                "<iframe src=\"{{approval_url}}\"></iframe>"
            })
    void std154_wordingThatDeclaresNothingOfTheKindOrActsIsRefused(String html) {
        var path = "/api/v1/email/templates/" + template("approval_request").get("template_id");
        var wording = Map.of("subject", "x", "body_html", html, "body_text", "x");
        assertThat(desk.by(desk.tenant.approver(), HttpRequest.PUT(path, wording))
                        .code())
                .isEqualTo(400);
        assertThat(template("approval_request")).containsEntry("updated_at", null);
    }

    @Test
    void std154_onlyAdministratorsSendAndWord() {
        var path = "/api/v1/email/templates/" + template("welcome").get("template_id");
        for (var caller : List.of(desk.tenant.assessor(), desk.tenant.viewer(), desk.tenant.machine())) {
            assertThat(desk.by(caller, HttpRequest.POST("/api/v1/email/send", welcome("x")))
                            .code())
                    .isEqualTo(403);
            assertThat(desk.by(caller, HttpRequest.GET("/api/v1/email/outbox")).code())
                    .isEqualTo(403);
            assertThat(desk.by(caller, HttpRequest.GET(path)).code()).isEqualTo(403);
        }
    }
}
