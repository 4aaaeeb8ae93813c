package eu.bekaa.standard.platform.secret;

import java.util.UUID;

/// Makes the keys that single secrets are encrypted with. What is stored of such a key only the maker can open, and
/// only for the same organization.
interface DataKeys {
    /// A key in both its forms.
    /// @param plain   256 bits, never stored
    /// @param wrapped what is stored
    record DataKey(byte[] plain, byte[] wrapped) {
        @Override
        public String toString() {
            return "a data key";
        }
    }

    DataKey fresh(UUID organization);

    /// @throws UnreadableSecret when it was wrapped for another organization or by another key
    byte[] unwrap(UUID organization, byte[] wrapped);
}
