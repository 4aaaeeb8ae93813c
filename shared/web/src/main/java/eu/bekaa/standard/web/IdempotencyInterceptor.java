package eu.bekaa.standard.web;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.IdempotentRequest;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Tokens;
import eu.bekaa.standard.web.IdempotencyKeys.Use;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a POST with an idempotency key happen once (STD-5): claim, change and rendered answer commit in one
/// transaction, opened here around the controller; the services' transactions join it. A refusal is kept too, after
/// its transaction is rolled back. A change under `If-Match` runs in such a transaction too, keyed or not.
@Singleton
@InterceptorBean(Allowed.class)
final class IdempotencyInterceptor implements MethodInterceptor<Object, Object> {
    private static final int MAX_KEY = 255;

    private final Transactions transactions;
    private final Preconditions preconditions;
    private final IdempotencyKeys keys;
    private final Envelope envelope;
    private final ErrorAnswers answers;
    private final JsonMapper json;

    IdempotencyInterceptor(
            Transactions transactions,
            Preconditions preconditions,
            IdempotencyKeys keys,
            Envelope envelope,
            ErrorAnswers answers,
            JsonMapper json) {
        this.transactions = transactions;
        this.preconditions = preconditions;
        this.keys = keys;
        this.envelope = envelope;
        this.answers = answers;
        this.json = json;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> method) {
        var request = ServerRequestContext.currentRequest().orElse(null);
        if (request == null || method.hasAnnotation(Get.class)) {
            return method.proceed();
        }
        var key = request.getMethod() == HttpMethod.POST ? key(request, method) : Optional.<String>empty();
        if (key.isPresent()) {
            return once(request, method, key.get());
        }
        if (!request.getHeaders().contains(IfMatch.HEADER)) {
            return method.proceed();
        }
        var caller = EdgeFilter.caller(request);
        return preconditions.change(caller, request, () -> proceed(caller, request, method));
    }

    /// May run more than once, each time in a transaction of its own.
    private @Nullable Object proceed(
            Caller caller, HttpRequest<?> request, MethodInvocationContext<Object, Object> method) {
        preconditions.require(caller, request);
        return method.proceed(this);
    }

    private @Nullable Object once(HttpRequest<?> request, MethodInvocationContext<Object, Object> method, String key) {
        var caller = EdgeFilter.caller(request);
        var use = new Use("POST " + request.getPath(), key, bodyHash(method));
        try {
            return preconditions.change(caller, request, () -> {
                keys.claim(caller, use);
                var result = proceed(caller, request, method);
                keep(caller, use, request, method, result);
                return result;
            });
        } catch (Refusal refusal) {
            if (refusal.code().status() < 500) {
                keepRefusal(caller, use, request, refusal);
            }
            throw refusal;
        }
    }

    private void keep(
            Caller caller,
            Use use,
            HttpRequest<?> request,
            MethodInvocationContext<Object, Object> method,
            @Nullable Object result) {
        var response = result instanceof HttpResponse<?> http ? http : null;
        var body = response == null ? result : response.body();
        var status = response == null
                ? method.enumValue(Status.class, HttpStatus.class)
                        .orElse(HttpStatus.OK)
                        .getCode()
                : response.code();
        var location = response == null ? null : response.getHeaders().get("Location");
        var secret = method.hasAnnotation(AnswersSecret.class);
        keys.keep(
                caller, use, status, location, secret || body == null ? null : envelope.text(body, Trace.of(request)));
    }

    private void keepRefusal(Caller caller, Use use, HttpRequest<?> request, Refusal refusal) {
        var body = answers.answer(request, refusal).body();
        transactions.write(caller, () -> {
            try {
                keys.claim(caller, use);
                keys.keep(caller, use, refusal.code().status(), null, text(body));
            } catch (Replay | Refusal alreadyUsed) {
                return use;
            }
            return use;
        });
    }

    private static Optional<String> key(HttpRequest<?> request, MethodInvocationContext<Object, Object> method) {
        var sent = request.getHeaders().get("Idempotency-Key");
        if (sent == null) {
            for (var argument : method.getParameterValues()) {
                if (argument instanceof IdempotentRequest body) {
                    sent = body.idempotencyKey();
                }
            }
        }
        if (sent == null) {
            return Optional.empty();
        }
        if (sent.isBlank() || sent.length() > MAX_KEY) {
            throw Refusal.invalid("idempotency_key", "An idempotency key has 1 to " + MAX_KEY + " characters.");
        }
        return Optional.of(sent);
    }

    private String bodyHash(MethodInvocationContext<Object, Object> method) {
        var all = new StringBuilder();
        for (var argument : method.getParameterValues()) {
            switch (argument) {
                case null -> all.append("null;");
                case Caller caller -> all.append("caller;");
                case HttpRequest<?> itself -> all.append("request;");
                case byte[] bytes -> all.append(HexFormat.of().formatHex(bytes)).append(';');
                case Digestible form -> all.append(form.digest()).append(';');
                case Object value -> all.append(text(value)).append(';');
            }
        }
        return HexFormat.of().formatHex(Tokens.hash(all.toString()));
    }

    private String text(@Nullable Object body) {
        try {
            return new String(json.writeValueAsBytes(body), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
