package eu.bekaa.standard.assurance.gap;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.Requirement;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fetches what findings and plans are about, a whole framework at once.
@Singleton
public class CatalogSubjects {
    private final Catalog catalog;

    CatalogSubjects(Catalog catalog) {
        this.catalog = catalog;
    }

    /// @param controlIds the controls wanted; nulls are passed over
    @ReadOnly
    public Subjects load(Caller caller, UUID frameworkId, UUID scfVersionId, Stream<@Nullable UUID> controlIds) {
        var wanted = controlIds.filter(Objects::nonNull).collect(toUnmodifiableSet());
        var requirements = catalog.requirements(caller, frameworkId).stream()
                .collect(toMap(Requirement::requirementId, Function.identity()));
        return new Subjects(
                catalog.framework(caller, frameworkId), requirements, catalog.controls(caller, scfVersionId, wanted));
    }

    /// The weight of a control in the catalog, 1 to 10; null where none is stated.
    @ReadOnly
    public @Nullable Double weight(Caller caller, UUID scfVersionId, @Nullable UUID controlId) {
        var control = controlId == null
                ? null
                : catalog.controls(caller, scfVersionId, Set.of(controlId)).get(controlId);
        return control == null ? null : control.controlWeight();
    }
}
