package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Dose;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import eu.bekaa.standard.verifier.AuditVerifier;
import eu.bekaa.standard.verifier.Merkle;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Checks the log with the verifier that is handed to outsiders, on what they get over HTTP.
@MicronautTest(transactional = false)
class AuditProofTest {
    private static final String BASE = "/api/v1/observability/audit";

    @Inject
    Http http;

    @Inject
    @Client("/")
    HttpClient client;

    @Inject
    Tenants tenants;

    private Tenant tenant;

    @BeforeEach
    void anOrganization() {
        tenant = tenants.create();
    }

    @Test
    @Tag("fault")
    void scp61_everyTamperingIsLocatedByAnOutsider() throws GeneralSecurityException {
        var checkpoints = new ArrayList<String>();
        for (int part = 0; part < 3; part++) {
            act(15);
            checkpoints.add(signed());
        }
        act(10);
        var log = List.of(text(BASE + "/export").split("\n"));
        var key = key();
        assertThat(AuditVerifier.verify(key, checkpoints, log.stream()).whole()).isTrue();

        var dose = Dose.of("audit log tampered with", 1_000, 10_000);
        var random = dose.random();
        for (int round = 0; round < dose.times(); round++) {
            var victim = random.nextInt(log.size());
            var tampered = new ArrayList<>(log);
            var kind = random.nextInt(4);
            switch (kind) {
                case 0 -> tampered.set(victim, changed(log.get(victim), random));
                case 1 -> tampered.remove(victim);
                case 2 -> tampered.add(victim, log.get(victim));
                default -> tampered.set(victim, log.get((victim + 1) % log.size()));
            }
            var verdict = AuditVerifier.verify(key, checkpoints, tampered.stream());
            var sealed = sequence(checkpoints.getLast());
            if (kind == 1 && victim == log.size() - 1) {
                assertThat(log)
                        .as("a cut behind the last checkpoint is seen by the next")
                        .hasSizeGreaterThan(sealed);
                continue;
            }
            var first = kind == 2 ? victim + 2 : victim + 1;
            assertThat(verdict.whole())
                    .as("round %d, kind %d, record %d", round, kind, first)
                    .isFalse();
            assertThat(verdict.tamperedAt())
                    .as("round %d, kind %d", round, kind)
                    .isEqualTo(first);
        }
        dose.report(dose.times(), "each located by the verifier");
    }

    @Test
    void aCutTailAndARewrittenHistoryContradictTheCheckpoint() throws GeneralSecurityException {
        act(12);
        var first = signed();
        act(12);
        var second = signed();
        var log = List.of(text(BASE + "/export").split("\n"));

        var cut =
                AuditVerifier.verify(key(), List.of(first, second), log.stream().limit(sequence(second) - 3));
        assertThat(cut.whole()).isFalse();
        assertThat(cut.tamperedAt()).isEqualTo(sequence(second) - 2);
        assertThat(cut.sealedUpTo()).isEqualTo(sequence(first));

        var other = tenants.create();
        http.send(other.as(other.viewer(), HttpRequest.GET("/api/v1/observability/alerts")));
        var stranger = text(other, BASE + "/export");
        assertThat(AuditVerifier.verify(key(), List.of(first), stranger.lines()).whole())
                .isFalse();

        var forged = first.replaceFirst("\"sequence\":\\d+", "\"sequence\":3");
        assertThat(AuditVerifier.verify(key(), List.of(forged), log.stream()).reason())
                .contains("not signed by this key");
    }

    @Test
    void scp61_aHistoryRewrittenWithMatchingHashesIsFoundByTheProductToo() throws SQLException {
        act(8);
        var sealed = sequence(signed());
        act(4);
        var rewritten = sealed - 2;
        try (var owner = TestDatabase.instance().owner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("ALTER TABLE audit_record DISABLE TRIGGER append_only");
            // the tail is gone, and the head says that it never was
            statement.execute("DELETE FROM audit_record WHERE organization_id = '" + tenant.organizationId()
                    + "' AND sequence > " + rewritten);
            statement.execute("UPDATE audit_head SET sequence = " + rewritten + ", record_hash = (SELECT record_hash"
                    + " FROM audit_record WHERE organization_id = '" + tenant.organizationId() + "' AND sequence = "
                    + rewritten + ") WHERE organization_id = '" + tenant.organizationId() + "'");
            statement.execute("ALTER TABLE audit_record ENABLE TRIGGER append_only");
            owner.commit();
        }
        var verdict = Http.body(http.send(tenant.as(tenant.auditor(), HttpRequest.GET("/api/audit/verify"))));
        assertThat(verdict).containsEntry("status", "tampered");
        assertThat(((Number) verdict.get("tampered_at_sequence")).longValue()).isEqualTo(rewritten + 1);
        assertThat(http.send(tenant.as(tenant.auditor(), HttpRequest.POST(BASE + "/checkpoint", "")))
                        .code())
                .as("what was tampered with is not signed")
                .isEqualTo(409);
    }

    @Test
    @SuppressWarnings("unchecked")
    void anInclusionProofLeadsFromARecordToTheSignedRoot() {
        act(9);
        signed();
        for (var sequence : List.of(1, 4, 7)) {
            var proof = Http.body(http.send(tenant.as(tenant.auditor(), HttpRequest.GET(BASE + "/proof/" + sequence))));
            var checkpoint = (Map<String, Object>) proof.get("checkpoint");
            assertThat(Merkle.rootFrom(
                            (String) proof.get("record_hash"),
                            ((Number) proof.get("leaf_index")).longValue(),
                            ((Number) proof.get("tree_size")).longValue(),
                            (List<String>) proof.get("path")))
                    .isEqualTo(checkpoint.get("root_hash"));
        }
        assertThat(http.send(tenant.as(tenant.auditor(), HttpRequest.GET(BASE + "/proof/100000")))
                        .code())
                .isEqualTo(409);
        assertThat(http.send(tenant.as(tenant.viewer(), HttpRequest.GET(BASE + "/proof/1")))
                        .code())
                .isEqualTo(403);
    }

    /// Each refused request is one record.
    private void act(int times) {
        for (int i = 0; i < times; i++) {
            http.send(tenant.as(tenant.viewer(), HttpRequest.GET("/api/v1/observability/alerts")));
        }
    }

    private String signed() {
        var response = client.toBlocking()
                .exchange(tenant.as(tenant.auditor(), HttpRequest.POST(BASE + "/checkpoint", "")), String.class);
        return response.body();
    }

    private static int sequence(String checkpoint) {
        var digits = checkpoint.replaceFirst(".*\"sequence\":(\\d+).*", "$1");
        return Integer.parseInt(digits);
    }

    private String text(String path) {
        return text(tenant, path);
    }

    private String text(Tenant of, String path) {
        return client.toBlocking().retrieve(of.as(of.auditor(), HttpRequest.GET(path)));
    }

    @SuppressWarnings("unchecked")
    private PublicKey key() throws GeneralSecurityException {
        var keys = Http.body(http.send(tenant.as(tenant.auditor(), HttpRequest.GET(BASE + "/keys"))));
        var first = ((List<Map<String, Object>>) keys.get("data")).getFirst();
        var bytes = Base64.getDecoder().decode((String) first.get("public_key"));
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
    }

    /// The record with one character of one value changed.
    private static String changed(String line, Random random) {
        while (true) {
            var at = random.nextInt(line.length());
            var c = line.charAt(at);
            if (Character.isLetterOrDigit(c)) {
                var other = Character.isDigit(c) ? (char) ('0' + (c - '0' + 1) % 10) : c == 'a' ? 'b' : 'a';
                return line.substring(0, at) + other + line.substring(at + 1);
            }
        }
    }
}
