package eu.bekaa.standard.catalog;

import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads mappings and what they come to. None is ever inferred (STD-12).
@Singleton
public class Mappings {
    private static final double PERCENT = 100.0;

    private final MappingRows rows;
    private final Catalog catalog;
    private final Controls controls;

    Mappings(MappingRows rows, Catalog catalog, Controls controls) {
        this.rows = rows;
        this.catalog = catalog;
        this.controls = controls;
    }

    /// @param frameworkId only mappings to this framework; all when null
    @ReadOnly
    public List<Mapping> ofControl(Caller caller, UUID controlId, @Nullable UUID frameworkId) {
        controls.find(caller, controlId);
        if (frameworkId != null) {
            catalog.framework(caller, frameworkId);
        }
        return rows.ofControl(controlId, frameworkId);
    }

    /// @param scfVersionId the newest version when null
    @ReadOnly
    public List<Mapping> ofRequirement(Caller caller, UUID requirementId, @Nullable UUID scfVersionId) {
        catalog.requirement(caller, requirementId);
        return rows.ofRequirement(catalog.versionOrLatest(caller, scfVersionId).scfVersionId(), requirementId);
    }

    @ReadOnly
    public Coverage coverage(Caller caller, UUID frameworkId, UUID scfVersionId) {
        catalog.framework(caller, frameworkId);
        var version = catalog.version(caller, scfVersionId);
        return Coverage.of(frameworkId, version, rows.coverage(scfVersionId, frameworkId));
    }

    /// What every official mapping of a framework in a version weighs, always in the same order.
    @ReadOnly
    public List<MappingWeight> weights(Caller caller, UUID scfVersionId, Framework framework) {
        return rows.weights(scfVersionId, framework.frameworkId());
    }

    /// @param scfVersionId the newest version when null
    @ReadOnly
    public CrossMapping cross(Caller caller, UUID frameworkA, UUID frameworkB, @Nullable UUID scfVersionId) {
        catalog.framework(caller, frameworkA);
        catalog.framework(caller, frameworkB);
        var version = catalog.versionOrLatest(caller, scfVersionId).scfVersionId();
        var overlap = rows.overlap(version, frameworkA, frameworkB);
        int union = overlap.inA() + overlap.inB() - overlap.shared();
        return new CrossMapping(
                version,
                frameworkA,
                frameworkB,
                overlap.inA(),
                overlap.inB(),
                overlap.shared(),
                overlap.inA() - overlap.shared(),
                overlap.inB() - overlap.shared(),
                union == 0 ? 0 : Math.round(overlap.shared() * PERCENT * PERCENT / union) / PERCENT);
    }

    /// The controls that answer one of two frameworks, or both, with what they answer of each.
    /// @param side         which of them; all when null
    /// @param scfVersionId the newest version when null
    @ReadOnly
    public Page<CrossMappedControl> crossed(
            Caller caller,
            UUID frameworkA,
            UUID frameworkB,
            @Nullable UUID scfVersionId,
            @Nullable CrossSide side,
            PageRequest page) {
        catalog.framework(caller, frameworkA);
        catalog.framework(caller, frameworkB);
        var version = catalog.versionOrLatest(caller, scfVersionId).scfVersionId();
        var found = rows.crossed(
                version, frameworkA, frameworkB, side == null ? null : side.toString(), page.after(), page.limit() + 1);
        return Page.of(found, page.limit(), MappingRows.SharedControl::ordinal).map(CrossMappedControl::of);
    }
}
