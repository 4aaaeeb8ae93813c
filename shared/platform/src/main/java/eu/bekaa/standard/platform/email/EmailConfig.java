package eu.bekaa.standard.platform.email;

import eu.bekaa.standard.kernel.Word;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/// Who carries letters.
/// @param from       the sender's address, needed by SES
/// @param webAddress where links in letters lead
@ConfigurationProperties("standard.email")
record EmailConfig(
        @Bindable(defaultValue = "NONE") Carrier sender,
        @Nullable String from,

        @Bindable(defaultValue = "https://standard.bekaa.eu")
        String webAddress) {
    EmailConfig {
        if (sender == Carrier.SES && (from == null || !Addresses.isOne(from))) {
            throw new IllegalArgumentException("standard.email.from is needed to send through SES.");
        }
    }

    /// The ways a letter can go.
    enum Carrier {
        /// Nowhere: letters are refused.
        NONE,
        /// Into a mailbox that is read over HTTP, so that nothing leaves the machine.
        MAILBOX,
        SES;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }
}
