package eu.bekaa.standard.infra;

import java.time.Duration;
import java.util.Set;

/// One Lambda function.
/// @param name        unique among the functions; part of its name in AWS
/// @param module      the module under `functions/` whose package it runs
/// @param handler     the class that Lambda calls
/// @param memoryMb    sets the share of a processor, too: 1,769 MB are one
/// @param permissions beside its logs, its traces and the database as the application; the migrations have the
///                    database as its owner instead
public record Deployable(
        String name,
        String module,
        String handler,
        Trigger trigger,
        int memoryMb,
        Duration timeout,
        Set<Permission> permissions) {
    public Deployable {
        permissions = Set.copyOf(permissions);
    }

    /// Whether it calls addresses outside the network.
    boolean goesOut() {
        return permissions.contains(new Permission.GoOut())
                || permissions.contains(new Permission.AskModel())
                || permissions.contains(new Permission.Sign());
    }
}
