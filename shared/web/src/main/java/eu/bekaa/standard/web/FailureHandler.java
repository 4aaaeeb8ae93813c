package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.ErrorCode;
import io.micronaut.core.annotation.Order;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/// Everything that is neither a refusal nor the framework's own error: lost races become a conflict, an absent
/// database or object store 503, and the rest is a bug of ours, logged once, here, with the trace id that the client
/// sees.
@Singleton
@Order(1_000)
final class FailureHandler implements ExceptionHandler<RuntimeException, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

    private static final int SERVER_ERROR = 500;

    private final ErrorAnswers answers;

    FailureHandler(ErrorAnswers answers) {
        this.answers = answers;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, RuntimeException failure) {
        var asked = (HttpRequest<?>) request;
        var state = sqlState(failure);
        if (failure instanceof OptimisticLockException || isLostRace(state)) {
            return answers.answer(
                    asked, ErrorCode.CONFLICT, "The resource was changed meanwhile; read it again.", List.of());
        }
        if ("22021".equals(state) || "22P05".equals(state)) {
            return answers.answer(
                    asked, ErrorCode.VALIDATION_ERROR, "Text holds a character that cannot be kept.", List.of());
        }
        if (isOutage(failure, state)) {
            LOG.warn(
                    "{} {} [{}]: a service that we need is away: {}",
                    request.getMethod(),
                    request.getPath(),
                    Trace.of(asked),
                    failure.toString());
            return answers.answer(asked, ErrorCode.SERVICE_UNAVAILABLE, "The service is away for a moment.", List.of());
        }
        LOG.error("{} {} [{}]", request.getMethod(), request.getPath(), Trace.of(asked), failure);
        return answers.answer(
                asked,
                ErrorCode.INTERNAL_ERROR,
                "Something went wrong on our side; the trace id helps to find it.",
                List.of());
    }

    /// Unique violation, serialization failure, deadlock (PostgreSQL, appendix A).
    private static boolean isLostRace(@Nullable String state) {
        return "23505".equals(state) || "40001".equals(state) || "40P01".equals(state);
    }

    /// Connection failures (class 08), shutdown (57P01..3), no connection to be had, or one that broke and can neither
    /// be rolled back nor given back; and what the clients of AWS could not get done by trying again.
    private static boolean isOutage(Throwable failure, @Nullable String state) {
        if (state != null && (state.startsWith("08") || state.startsWith("57P0"))) {
            return true;
        }
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (isAway(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(Throwable cause) {
        return switch (cause) {
            case SQLTransientException _, SdkClientException _ -> true;
            case ConnectionException broken -> broken.getCause() instanceof SQLException;
            case SdkServiceException answer -> answer.statusCode() >= SERVER_ERROR;
            default -> false;
        };
    }

    private static @Nullable String sqlState(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
