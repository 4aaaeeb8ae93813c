package eu.bekaa.standard.assurance.maturity;

import eu.bekaa.standard.assurance.evidence.EvidenceFinding;
import eu.bekaa.standard.assurance.evidence.EvidenceStrength;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.maturity.ControlLevel.Rated;
import eu.bekaa.standard.catalog.Control;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Drafts the scores of a maturity assessment: one per control that the gap analysis has findings on, in the catalog's
/// order (STD-80). The same findings and evidence give the same scores.
/// @param version  the maturity version the scores belong to
/// @param evidence by id
/// @param domains  domain codes by domain id
record MaturityDraft(UUID version, Map<UUID, EvidenceFinding> evidence, Map<UUID, String> domains, Supplier<UUID> ids) {
    /// @param controls in the catalog's order
    List<MaturityScore> scores(List<GapFinding> findings, List<Control> controls) {
        var byControl = new HashMap<UUID, List<Rated>>();
        for (var finding : findings) {
            if (finding.scfControlId() != null) {
                byControl
                        .computeIfAbsent(finding.scfControlId(), control -> new ArrayList<>())
                        .add(rated(finding));
            }
        }
        var scores = new ArrayList<MaturityScore>();
        for (var control : controls) {
            var rated = byControl.get(control.controlId());
            if (rated != null) {
                scores.add(score(scores.size() + 1, control, ControlLevel.of(rated)));
            }
        }
        return scores;
    }

    private MaturityScore score(int ordinal, Control control, ControlLevel level) {
        var governing = level.governing();
        return new MaturityScore(
                ids.get(),
                0,
                governing.finding().organizationId(),
                version,
                ordinal,
                control.controlId(),
                control.controlCode(),
                domains.getOrDefault(control.scfDomainId(), ""),
                governing.finding().assessmentStatus(),
                governing.indicated().level(),
                governing.indicated().confidence(),
                level.rationale(),
                level.coverage(),
                governing.finding().evidenceFindingId(),
                governing.finding().gapFindingId());
    }

    private Rated rated(GapFinding finding) {
        var found = finding.evidenceFindingId() == null ? null : evidence.get(finding.evidenceFindingId());
        return found == null
                ? new Rated(finding, EvidenceStrength.ABSENT, Set.of())
                : new Rated(finding, found.evidenceStrength(), found.signals());
    }
}
