package eu.bekaa.standard.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.stream.IntStream;

/// Requests per organization, actor, category and window of 60 seconds (contract §1.4).
/// @param signIn attempts to sign in or to accept an invitation, per account
@ConfigurationProperties("standard.rate-limits")
record RateLimits(
        @Bindable(defaultValue = "30") int documents,
        @Bindable(defaultValue = "60") int kbSearch,
        @Bindable(defaultValue = "10") int agentRuns,
        @Bindable(defaultValue = "20") int render,
        @Bindable(defaultValue = "15") int admin,
        @Bindable(defaultValue = "120") int others,
        @Bindable(defaultValue = "10") int signIn) {
    RateLimits {
        if (IntStream.of(documents, kbSearch, agentRuns, render, admin, others, signIn)
                .anyMatch(limit -> limit < 1)) {
            throw new IllegalArgumentException("standard.rate-limits are numbers of requests, 1 or more.");
        }
    }

    /// @param name  as it stands in the counter's row
    /// @param limit requests per window
    record Category(String name, int limit) {}

    /// The first category whose text occurs in the path decides.
    Category of(String path) {
        if (path.contains("/documents")) {
            return new Category("documents", documents);
        }
        if (path.contains("/kb/search")) {
            return new Category("kb_search", kbSearch);
        }
        if (path.contains("/agent-runs")) {
            return new Category("agent_runs", agentRuns);
        }
        if (path.contains("/render")) {
            return new Category("render", render);
        }
        return path.contains("/admin/") ? new Category("admin", admin) : new Category("others", others);
    }
}
