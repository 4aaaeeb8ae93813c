package eu.bekaa.standard.platform.integration;

import eu.bekaa.standard.kernel.Word;

/// Which way an integration carries things.
public enum ConnectorType {
    SOURCE_CONNECTOR,
    DESTINATION_CONNECTOR,
    BIDIRECTIONAL_CONNECTOR;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
