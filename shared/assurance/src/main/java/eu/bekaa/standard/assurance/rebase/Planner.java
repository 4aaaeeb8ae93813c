package eu.bekaa.standard.assurance.rebase;

import static java.util.Objects.requireNonNull;

import eu.bekaa.standard.assurance.soa.SoaCarryOver;
import eu.bekaa.standard.assurance.soa.SoaService;
import eu.bekaa.standard.catalog.difference.Differences;
import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Reads what a plan is made of.
@Singleton
final class Planner {
    private final SoaService soa;
    private final SoaCarryOver carryOver;
    private final Differences differences;

    Planner(SoaService soa, SoaCarryOver carryOver, Differences differences) {
        this.soa = soa;
        this.carryOver = carryOver;
        this.differences = differences;
    }

    /// @param draftId the version that the new items belong to
    Plan plan(Caller caller, Basis basis, UUID draftId) {
        if (basis.soa().isEmpty()) {
            return Plan.EMPTY;
        }
        var source = basis.soa().get().header();
        var framework = requireNonNull(source.sources().frameworkId());
        var from = requireNonNull(source.sources().scfVersionId());
        var to = basis.to().scfVersionId();
        return Plan.of(
                soa.all(caller, source.id()),
                carryOver.drafted(caller, draftId, framework, to),
                differences.matches(caller, from, to));
    }
}
