package eu.bekaa.standard.assurance.scope;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;

/// The fields of one scope version.
@MappedEntity("scope")
record ScopeRow(
        @Id UUID scopeId,
        UUID organizationId,
        @TypeDef(type = DataType.JSON) ScopeFields fields,
        Instant updatedAt) {}
