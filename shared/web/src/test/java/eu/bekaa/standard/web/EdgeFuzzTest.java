package eu.bekaa.standard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.util.function.Consumer;
import org.junit.jupiter.params.provider.ValueSource;

/// What a client writes into headers and cursors is understood or refused, nothing else.
class EdgeFuzzTest {
    private static void refusedAtMost(Runnable reading) {
        try {
            reading.run();
        } catch (Refusal refused) {
            assertThat(refused.code().status()).isBetween(400, 422);
        }
    }

    private static void header(String name, String value, Consumer<MutableHttpRequest<?>> reading) {
        var request = HttpRequest.PUT("/api/v1/tenants", "");
        try {
            request.header(name, value);
        } catch (IllegalArgumentException neverPassesTheServer) {
            return;
        }
        refusedAtMost(() -> reading.accept(request));
    }

    @ValueSource(strings = {"azotMQ", "azo6Og", "azo5OTk5OTk5OTk5OTk5OTk5OTk5OQ", "k:1", "azo=", "____", "azoAAA"})
    @FuzzTest
    void aCursorIsOneThatWasGivenOrRefused(@NotNull String cursor) {
        refusedAtMost(() -> {
            var page = PageRequest.of(10, cursor);
            assertThat(page.afterText()).isNotNull();
            page.after();
        });
    }

    @ValueSource(
            strings = {"*", "\"a\"", "W/\"a\", \"b\"", "\"", "\"a\" \"b\"", ",", "\"a\",", " * ", "W/", "\"\u00e9\""})
    @FuzzTest
    void aPreconditionIsAListOfTagsOrRefused(@NotNull String value) {
        header(IfMatch.HEADER, value, request -> {
            var condition = IfMatch.of(request).orElseThrow();
            assertThat(condition.accepts(null)).isFalse();
            assertThat(condition.tags()).allMatch(tag -> tag.startsWith("\"") && tag.endsWith("\""));
        });
    }

    @ValueSource(strings = {"Bearer standard_live_x", "Bearer", "Bearer ", "bearer x", "Basic YTpi", "Bearer \u0000"})
    @FuzzTest
    void credentialsAreReadOrNone(@NotNull String value) {
        header("Authorization", value, request -> {
            var key = Credentials.machineKey(request);
            assertThat(key == null || value.contains(key)).isTrue();
        });
        header("Cookie", Credentials.SESSION_COOKIE + "=" + value, Credentials::sessionToken);
        header("Cookie", value, Credentials::sessionToken);
    }

    @ValueSource(strings = {"1-1-1-1-1", "01936b3e-8f00-7abc-9def-0123456789ab", "-", "{}", "-1-1-1-1"})
    @FuzzTest
    void anOrganizationIsAnIdOrRefused(@NotNull String value) {
        header("x-standard-tenant-id", value, Credentials::organization);
        header("X-Tenant-Id", value, Credentials::organization);
    }

    @ValueSource(strings = {"a-client-id", "short", "with space in it", "x\u0000y\u0000z\u0000", "=cmd|' /C calc'!A0"})
    @FuzzTest
    void aTraceIdIsPlainWhateverWasSent(@NotNull String value) {
        header(Trace.HEADER, value, request -> assertThat(Trace.of(request)).matches("[A-Za-z0-9._:-]{8,128}"));
    }
}
