package eu.bekaa.standard.platform.email;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// Nobody carries letters here.
final class NoSender implements Sender {
    @Override
    public @Nullable String send(String to, Letter letter) {
        throw new Refusal(ErrorCode.EMAIL_SERVICE_UNAVAILABLE, "No mail provider is configured.");
    }

    @Override
    public boolean isConfigured() {
        return false;
    }

    @Override
    public boolean keeps() {
        return false;
    }
}
