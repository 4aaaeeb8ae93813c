package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import java.util.List;
import java.util.Map;

/// An organization whose letters go into the mailbox, as on a laptop.
@Prototype
final class MailDesk {
    final Tenant tenant;
    private final Http http;

    MailDesk(Http http, Tenants tenants) {
        this.http = http;
        this.tenant = tenants.create();
    }

    HttpResponse<Map<String, Object>> by(Caller caller, MutableHttpRequest<?> request) {
        return http.send(tenant.as(caller, request));
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list(String path) {
        return (List<Map<String, Object>>)
                Http.body(by(tenant.approver(), HttpRequest.GET(path))).get("data");
    }

    List<Map<String, Object>> outbox() {
        return list("/api/v1/email/outbox");
    }

    static String address(Caller caller) {
        return ((Actor.Person) caller.actor()).email();
    }
}
