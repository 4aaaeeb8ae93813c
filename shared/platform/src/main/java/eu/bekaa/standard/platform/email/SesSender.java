package eu.bekaa.standard.platform.email;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.Content;
import software.amazon.awssdk.services.ses.model.SesException;

/// Sends through Amazon SES.
final class SesSender implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(SesSender.class);
    private static final Set<String> QUOTA = Set.of(
            "Throttling",
            "ThrottlingException",
            "TooManyRequestsException",
            "LimitExceeded",
            "LimitExceededException",
            "AccountSendingPausedException");

    private final SesClient ses;
    private final String from;

    SesSender(SesClient ses, String from) {
        this.ses = ses;
        this.from = from;
    }

    @Override
    public String send(String to, Letter letter) {
        try {
            return ses.sendEmail(request -> request.source(from)
                            .destination(destination -> destination.toAddresses(to))
                            .message(message -> message.subject(content(letter.subject()))
                                    .body(body -> body.html(content(letter.bodyHtml()))
                                            .text(content(letter.bodyText())))))
                    .messageId();
        } catch (SesException failure) {
            throw refusal(failure);
        } catch (SdkException failure) {
            LOG.warn("SES cannot be reached: {}", failure.getMessage());
            throw failed();
        }
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public boolean keeps() {
        return false;
    }

    private static Content content(String text) {
        return Content.builder()
                .data(text)
                .charset(StandardCharsets.UTF_8.name())
                .build();
    }

    private static Refusal refusal(SesException failure) {
        var details = failure.awsErrorDetails();
        var code = details == null ? "" : String.valueOf(details.errorCode());
        LOG.warn("SES refused a letter: {}", code);
        return QUOTA.contains(code) || failure.statusCode() == 429
                ? new Refusal(ErrorCode.RATE_LIMIT_EXCEEDED, "The mail provider takes no more letters for now.")
                : failed();
    }

    private static Refusal failed() {
        return new Refusal(ErrorCode.EMAIL_SEND_FAILED, "The mail provider did not take the letter.");
    }
}
