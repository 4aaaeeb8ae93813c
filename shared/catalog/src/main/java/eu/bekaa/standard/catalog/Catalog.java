package eu.bekaa.standard.catalog;

import static java.util.stream.Collectors.groupingBy;

import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the catalog: the one normative source of controls, requirements and mappings (STD-10).
@Singleton
public class Catalog {
    private final CatalogRows rows;
    private final ControlRows controls;
    private final MappingRows mappings;

    Catalog(CatalogRows rows, ControlRows controls, MappingRows mappings) {
        this.rows = rows;
        this.controls = controls;
        this.mappings = mappings;
    }

    /// Every version, the newest first.
    @ReadOnly
    public List<ScfVersion> versions(Caller caller) {
        return rows.versions();
    }

    /// The newest version: real before synthetic, then by the release that its label names.
    /// @throws Refusal `SCF_VERSION_NOT_FOUND` before the first import
    @ReadOnly
    public ScfVersion latest(Caller caller) {
        return rows.latest()
                .orElseThrow(
                        () -> new Refusal(ErrorCode.SCF_VERSION_NOT_FOUND, "No SCF version has been imported yet."));
    }

    /// @throws Refusal `SCF_VERSION_NOT_FOUND`
    @ReadOnly
    public ScfVersion version(Caller caller, UUID scfVersionId) {
        return rows.version(scfVersionId).orElseThrow(Refusal.notFound(ErrorCode.SCF_VERSION_NOT_FOUND, scfVersionId));
    }

    /// The versions of these ids, in their order.
    /// @throws Refusal `SCF_VERSION_NOT_FOUND` where one of them is unknown
    @ReadOnly
    public List<ScfVersion> versions(Caller caller, List<UUID> scfVersionIds) {
        var known = rows.versions();
        return scfVersionIds.stream()
                .map(id -> known.stream()
                        .filter(version -> version.scfVersionId().equals(id))
                        .findFirst()
                        .orElseThrow(Refusal.notFound(ErrorCode.SCF_VERSION_NOT_FOUND, id)))
                .toList();
    }

    /// Whether a version is newer than another, as [#versions(Caller)] orders them.
    /// @throws Refusal `SCF_VERSION_NOT_FOUND`
    @ReadOnly
    public boolean isNewer(Caller caller, UUID scfVersionId, UUID than) {
        var newestFirst = rows.versions().stream().map(ScfVersion::scfVersionId).toList();
        for (var id : List.of(scfVersionId, than)) {
            if (!newestFirst.contains(id)) {
                throw Refusal.notFound(ErrorCode.SCF_VERSION_NOT_FOUND, id).get();
            }
        }
        return newestFirst.indexOf(scfVersionId) < newestFirst.indexOf(than);
    }

    /// @param scfVersionId the newest version when null
    @ReadOnly
    public ScfVersion versionOrLatest(Caller caller, @Nullable UUID scfVersionId) {
        return scfVersionId == null ? latest(caller) : version(caller, scfVersionId);
    }

    @ReadOnly
    public List<Domain> domains(Caller caller, UUID scfVersionId) {
        version(caller, scfVersionId);
        return rows.domains(scfVersionId);
    }

    @ReadOnly
    public List<EvidenceRequest> evidenceRequests(Caller caller, UUID scfVersionId) {
        version(caller, scfVersionId);
        return rows.evidenceRequests(scfVersionId);
    }

    @ReadOnly
    public List<Hazard> hazards(Caller caller, UUID scfVersionId, ScfContent.Hazard.Kind kind) {
        version(caller, scfVersionId);
        return rows.hazards(scfVersionId, kind.toString());
    }

    /// Every control of a version, in the source's order.
    @ReadOnly
    public List<Control> controls(Caller caller, UUID scfVersionId) {
        return controls.all(scfVersionId);
    }

    /// The named controls of a version, by id; unknown ids are left out.
    @ReadOnly
    public Map<UUID, Control> controls(Caller caller, UUID scfVersionId, Set<UUID> controlIds) {
        var wanted = controlIds.stream().map(UUID::toString).toArray(String[]::new);
        var byId = new LinkedHashMap<UUID, Control>();
        controls.some(scfVersionId, wanted).forEach(control -> byId.put(control.controlId(), control));
        return byId;
    }

    /// What each SP-CMM level looks like, for every control of a version that has criteria; levels in order.
    @ReadOnly
    public Map<UUID, List<MaturityCriterion>> criteria(Caller caller, UUID scfVersionId) {
        return controls.criteria(scfVersionId).stream().collect(groupingBy(MaturityCriterion::controlId));
    }

    /// @param scfVersionId only the frameworks that this version maps; all when null
    @ReadOnly
    public List<Framework> frameworks(Caller caller, @Nullable UUID scfVersionId) {
        if (scfVersionId != null) {
            version(caller, scfVersionId);
        }
        return rows.frameworks(scfVersionId);
    }

    /// @throws Refusal `FRAMEWORK_NOT_FOUND`
    @ReadOnly
    public Framework framework(Caller caller, UUID frameworkId) {
        return rows.framework(frameworkId).orElseThrow(Refusal.notFound(ErrorCode.FRAMEWORK_NOT_FOUND, frameworkId));
    }

    /// Whether the version maps the framework at all (STD-11).
    @ReadOnly
    public boolean maps(Caller caller, UUID scfVersionId, UUID frameworkId) {
        return rows.maps(scfVersionId, frameworkId);
    }

    /// Every requirement that any version knows of a framework, in natural order.
    @ReadOnly
    public List<Requirement> requirements(Caller caller, UUID frameworkId) {
        framework(caller, frameworkId);
        return rows.requirements(frameworkId);
    }

    /// Every requirement of a framework as of one version, in natural order, with its official mappings there.
    @ReadOnly
    public List<MappedRequirement> requirements(Caller caller, UUID scfVersionId, UUID frameworkId) {
        var mapped = mappings.ofFramework(scfVersionId, frameworkId).stream()
                .collect(groupingBy(Mapping::scfFrameworkRequirementId));
        return rows.requirements(frameworkId, scfVersionId).stream()
                .map(requirement ->
                        new MappedRequirement(requirement, mapped.getOrDefault(requirement.requirementId(), List.of())))
                .toList();
    }

    /// What there is to say of a framework in one version without reading its requirements.
    /// @throws Refusal `SCF_VERSION_NOT_FOUND`, `FRAMEWORK_NOT_FOUND`
    @ReadOnly
    public FrameworkOutline outline(Caller caller, UUID scfVersionId, UUID frameworkId) {
        return mappings.outline(scfVersionId, frameworkId).orElseThrow(() -> {
            version(caller, scfVersionId);
            return Refusal.notFound(ErrorCode.FRAMEWORK_NOT_FOUND, frameworkId).get();
        });
    }

    /// @throws Refusal `REQUIREMENT_NOT_FOUND`
    @ReadOnly
    public Requirement requirement(Caller caller, UUID requirementId) {
        return rows.requirement(requirementId)
                .orElseThrow(Refusal.notFound(ErrorCode.REQUIREMENT_NOT_FOUND, requirementId));
    }
}
