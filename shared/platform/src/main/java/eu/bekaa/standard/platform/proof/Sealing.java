package eu.bekaa.standard.platform.proof;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.platform.identity.EveryOrganization;
import jakarta.inject.Singleton;

/// What the schedule does every hour: signs the logs that have grown. Twice or late is harmless.
@Singleton
public class Sealing {
    private final EveryOrganization organizations;
    private final AuditProofs proofs;

    Sealing(EveryOrganization organizations, AuditProofs proofs) {
        this.organizations = organizations;
        this.proofs = proofs;
    }

    /// @param schedule the product itself
    public void seal(Caller schedule) {
        organizations.each(schedule, "Signing the audit log", caller -> {
            if (proofs.hasGrown(caller)) {
                proofs.sign(caller);
            }
        });
    }
}
