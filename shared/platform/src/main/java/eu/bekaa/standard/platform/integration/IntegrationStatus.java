package eu.bekaa.standard.platform.integration;

import eu.bekaa.standard.kernel.Word;
import java.util.EnumSet;
import java.util.Set;

/// Where an integration stands (contract §17).
public enum IntegrationStatus {
    /// Without credentials.
    DRAFT,
    CONFIGURED,
    CONNECTION_TESTED,
    ENABLED,
    DISABLED,
    /// New credentials that have not been tried.
    ROTATING_CREDENTIALS,
    /// For good: the credentials are erased.
    REVOKED,
    FAILED;

    /// Where it can go from here.
    Set<IntegrationStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(CONFIGURED, REVOKED);
            case CONFIGURED -> EnumSet.of(CONNECTION_TESTED, ROTATING_CREDENTIALS, FAILED, REVOKED);
            case CONNECTION_TESTED -> EnumSet.of(CONFIGURED, ENABLED, ROTATING_CREDENTIALS, FAILED, REVOKED);
            case ENABLED -> EnumSet.of(CONFIGURED, DISABLED, ROTATING_CREDENTIALS, FAILED, REVOKED);
            case DISABLED -> EnumSet.of(CONFIGURED, ENABLED, ROTATING_CREDENTIALS, FAILED, REVOKED);
            case ROTATING_CREDENTIALS -> EnumSet.of(CONFIGURED, CONNECTION_TESTED, FAILED, REVOKED);
            case FAILED -> EnumSet.of(CONFIGURED, CONNECTION_TESTED, ROTATING_CREDENTIALS, REVOKED);
            case REVOKED -> EnumSet.noneOf(IntegrationStatus.class);
        };
    }

    /// Where a successful test leads: what was switched on or off stays so.
    IntegrationStatus tested() {
        return switch (this) {
            case ENABLED, DISABLED -> this;
            case DRAFT, CONFIGURED, CONNECTION_TESTED, ROTATING_CREDENTIALS, FAILED, REVOKED -> CONNECTION_TESTED;
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
