package eu.bekaa.standard.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request body that may name the organization it is meant for. It never widens access (STD-3).
public interface OrganizationRequest {
    @Nullable
    UUID organizationId();
}
