package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Behind one gateway, which appends the address of its client.
@MicronautTest(transactional = false)
@Property(name = "standard.edge.proxies", value = "1")
class BehindGatewayTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    AuditLog log;

    @Test
    void theClientsAddressIsTheOneThatTheGatewaySaw() {
        var tenant = tenants.create();
        http.send(tenant.as(tenant.owner(), HttpRequest.POST("/api/v1/api-keys", Map.of("name", "CI")))
                .header("X-Forwarded-For", "198.51.100.1, 203.0.113.9"));
        var all = new AuditLog.Filter(null, null, "api_key.created", null, null);
        assertThat(log.page(tenant.auditor(), all, new PageRequest(5, null)).data())
                .singleElement()
                .satisfies(record -> assertThat(record.ipAddress()).isEqualTo("203.0.113.9"));
    }
}
