package eu.bekaa.standard.platform.membership;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How one becomes a member.
/// @param invitationLife     how long an invitation can be accepted
/// @param singleOrganization whether a person belongs to one organization at most
@ConfigurationProperties("standard.membership")
record MembershipConfig(
        @Bindable(defaultValue = "7d") Duration invitationLife,
        @Bindable(defaultValue = "false") boolean singleOrganization) {
    MembershipConfig {
        if (invitationLife.isNegative()
                || invitationLife.isZero()
                || invitationLife.compareTo(Duration.ofDays(90)) > 0) {
            throw new IllegalArgumentException("standard.membership.invitation-life lies between 0 and 90 days.");
        }
    }
}
