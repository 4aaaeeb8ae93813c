package eu.bekaa.standard.platform.identity;

import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// What people, keys and the organization itself are called, for documents that must name them.
@Singleton
public class Directory {
    private final DirectoryRows rows;

    Directory(DirectoryRows rows) {
        this.rows = rows;
    }

    /// The name of the caller's organization.
    @ReadOnly
    public String organization(Caller caller) {
        return rows.organization(caller.org()).orElse("");
    }

    /// The names of the organization's members and keys, by their ids.
    @ReadOnly
    public Map<UUID, String> names(Caller caller) {
        return rows.names(caller.org()).stream()
                .collect(Collectors.toUnmodifiableMap(DirectoryRows.Named::id, DirectoryRows.Named::name));
    }
}
