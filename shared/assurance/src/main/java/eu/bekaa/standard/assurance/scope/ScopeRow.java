package eu.bekaa.standard.assurance.scope;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;

/// The fields of one scope version.
@MappedEntity("scope")
record ScopeRow(
        @Id UUID scopeId,
        @Version int rowVersion,
        UUID organizationId,
        @TypeDef(type = DataType.JSON) ScopeFields fields,
        Instant updatedAt) {
    ScopeRow saying(ScopeFields other, Instant at) {
        return new ScopeRow(scopeId, rowVersion, organizationId, other, at);
    }
}
