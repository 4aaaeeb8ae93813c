package eu.bekaa.standard.platform.email;

import org.jspecify.annotations.Nullable;

/// Keeps letters where they are, to be read over HTTP.
final class MailboxSender implements Sender {
    @Override
    public @Nullable String send(String to, Letter letter) {
        return null;
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public boolean keeps() {
        return true;
    }
}
