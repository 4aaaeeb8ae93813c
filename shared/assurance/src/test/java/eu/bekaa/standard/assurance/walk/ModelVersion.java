package eu.bekaa.standard.assurance.walk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version as the model sees it.
final class ModelVersion {
    final UUID id;
    final String kind;
    final int number;
    String status = "draft";
    String decision = "none";

    /// Opened after a rejection, and so in the name of the approver, who may not approve it then.
    boolean approversOwn;

    @Nullable
    UUID approval;

    ModelVersion(UUID id, String kind, int number) {
        this.id = id;
        this.kind = kind;
        this.number = number;
    }

    boolean is(String wantedKind, String... statuses) {
        return kind.equals(wantedKind) && List.of(statuses).contains(status);
    }
}
