package eu.bekaa.standard.data;

import eu.bekaa.standard.kernel.Caller;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Opens the caller's transaction around [Transactional] and [ReadOnly] methods.
@Singleton
public final class TransactionInterceptor implements MethodInterceptor<Object, Object> {
    private final Transactions transactions;

    TransactionInterceptor(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> method) {
        if (method.getParameterValues().length == 0 || !(method.getParameterValues()[0] instanceof Caller caller)) {
            throw new IllegalStateException(
                    method.getName() + " of " + method.getDeclaringType().getSimpleName()
                            + " takes no Caller first, so no organization is known for its transaction.");
        }
        return method.hasAnnotation(ReadOnly.class)
                ? transactions.read(caller, method::proceed)
                : transactions.write(caller, method::proceed);
    }
}
