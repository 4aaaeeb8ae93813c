package eu.bekaa.standard.platform.email;

import eu.bekaa.standard.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// Carries letters.
interface Sender {
    /// @return the provider's id of the letter, null where there is no provider
    /// @throws Refusal `EMAIL_SEND_FAILED`, `RATE_LIMIT_EXCEEDED`, `EMAIL_SERVICE_UNAVAILABLE`
    @Nullable
    String send(String to, Letter letter);

    /// Whether letters go anywhere at all.
    boolean isConfigured();

    /// Whether the text must stay, because it is read here.
    boolean keeps();
}
