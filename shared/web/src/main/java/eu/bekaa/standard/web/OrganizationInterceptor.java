package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.OrganizationRequest;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.MutableArgumentValue;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An organization id in a body is the organization of the request, or the request is refused (STD-3). Only a platform
/// administrator is taken to the organization named, with no more permissions than before.
@Singleton
@InterceptorBean(Allowed.class)
final class OrganizationInterceptor implements MethodInterceptor<Object, Object> {
    private final Authenticator authenticator;

    OrganizationInterceptor(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> method) {
        Arrays.stream(method.getParameterValues())
                .filter(OrganizationRequest.class::isInstance)
                .map(body -> ((OrganizationRequest) body).organizationId())
                .filter(Objects::nonNull)
                .forEach(named -> method.getParameters().values().stream()
                        .filter(argument -> argument.getValue() instanceof Caller)
                        .forEach(argument -> lead(argument, named)));
        return method.proceed();
    }

    @SuppressWarnings("unchecked")
    private void lead(MutableArgumentValue<?> argument, UUID named) {
        var caller = (Caller) argument.getValue();
        if (named.equals(caller.org())) {
            return;
        }
        var request = ServerRequestContext.currentRequest().orElseThrow();
        if (!(caller.actor() instanceof Actor.Person person && person.platformAdmin())
                || !authenticator.isOrganization(caller, named)) {
            throw new Refusal(ErrorCode.TENANT_MISMATCH, "organization_id is not the organization of this request.");
        }
        var within = caller.within(named);
        EdgeFilter.admit(request, within);
        ((MutableArgumentValue<Caller>) argument).setValue(within);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }
}
