package eu.bekaa.standard.testing;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import io.micronaut.http.MutableHttpRequest;
import java.util.Map;
import java.util.UUID;

/// An organization of a test's own, with its people and a machine key.
/// @param assessor drafts and submits (role member)
/// @param approver decides (role admin)
/// @param owner    decides too (role owner)
/// @param machine  a key with every scope that is offered
/// @param secrets  session tokens and raw keys by the actor's id
public record Tenant(
        UUID organizationId,
        Caller assessor,
        Caller approver,
        Caller owner,
        Caller viewer,
        Caller auditor,
        Caller platformAdmin,
        Caller machine,
        Map<UUID, String> secrets) {
    /// The request, sent by the caller.
    public <T> MutableHttpRequest<T> as(Caller caller, MutableHttpRequest<T> request) {
        var secret = secrets.get(caller.actor().id());
        return switch (caller.actor()) {
            case Actor.Person person -> request.header("Cookie", "standard-native-auth.session_token=" + secret);
            case Actor.Machine machine -> request.header("Authorization", "Bearer " + secret);
            case Actor.Worker worker -> throw new IllegalArgumentException(worker.name() + " has no credentials.");
        };
    }
}
