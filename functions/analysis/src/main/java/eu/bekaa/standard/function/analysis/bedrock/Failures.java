package eu.bekaa.standard.function.analysis.bedrock;

import eu.bekaa.standard.assurance.agent.language.ModelFailure;
import eu.bekaa.standard.assurance.agent.language.ModelFailure.Reason;
import java.io.IOException;
import java.net.SocketTimeoutException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.thirdparty.jackson.core.JsonProcessingException;

/// Tells what became of a question that got no answer. The client's own messages stay behind: they may quote the
/// question.
final class Failures {
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    private Failures() {}

    static ModelFailure of(RuntimeException failure) {
        if (failure instanceof ModelFailure known) {
            return known;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var reason = reason(cause);
            if (reason != Reason.UNREADABLE) {
                return told(reason);
            }
        }
        return told(Reason.UNREADABLE);
    }

    private static Reason reason(Throwable cause) {
        return switch (cause) {
            case SdkServiceException answered when answered.statusCode() == TOO_MANY -> Reason.THROTTLED;
            case SdkServiceException answered when answered.statusCode() >= SERVER -> Reason.UNAVAILABLE;
            case SdkServiceException answered when answered.statusCode() >= 400 -> Reason.REFUSED;
            case ApiCallTimeoutException late -> Reason.TIMED_OUT;
            case ApiCallAttemptTimeoutException late -> Reason.TIMED_OUT;
            case SocketTimeoutException late -> Reason.TIMED_OUT;
            case AbortedException stopped -> Reason.TIMED_OUT;
            case JsonProcessingException nonsense -> Reason.UNREADABLE;
            case IOException gone -> Reason.UNAVAILABLE;
            default -> Reason.UNREADABLE;
        };
    }

    private static ModelFailure told(Reason reason) {
        return new ModelFailure(
                reason,
                switch (reason) {
                    case THROTTLED -> "Bedrock has too much to do (429).";
                    case TIMED_OUT -> "Bedrock did not answer in time.";
                    case UNAVAILABLE -> "Bedrock is not available.";
                    case REFUSED -> "Bedrock refused the question.";
                    case UNREADABLE, TOO_LARGE, TOOL_USE_BLOCKED, GUARDRAIL -> "Bedrock's answer cannot be read.";
                });
    }
}
