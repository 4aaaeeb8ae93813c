package eu.bekaa.standard.assurance.gap;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Findings for rules to be tried on.
public final class Findings {
    public static final UUID CONTROL = new UUID(1, 1);
    public static final UUID EVIDENCE = new UUID(2, 2);

    private Findings() {}

    public static GapFinding finding(AssessmentStatus status, GapType type, Severity severity) {
        return finding(1, status, type, severity, 0.7, CONTROL, EVIDENCE, "Because the documents say so.");
    }

    public static GapFinding on(int ordinal, UUID control, AssessmentStatus status, GapType type) {
        return finding(ordinal, status, type, Severity.LOW, 0.7, control, EVIDENCE, "Because the documents say so.");
    }

    public static GapFinding finding(
            int ordinal,
            AssessmentStatus status,
            GapType type,
            Severity severity,
            double confidence,
            @Nullable UUID control,
            @Nullable UUID evidence,
            @Nullable String rationale) {
        var judgement = new Judgement(
                status, type, severity, null, null, "Something was found.", rationale, null, confidence, false);
        return new GapFinding(
                        new UUID(3, ordinal),
                        0,
                        new UUID(9, 9),
                        new UUID(4, 4),
                        ordinal,
                        GapFinding.code(ordinal),
                        new UUID(5, 5),
                        new UUID(6, ordinal),
                        new UUID(7, 7),
                        new UUID(8, ordinal),
                        "ID.AM-" + ordinal,
                        new UUID(10, 10),
                        control,
                        control == null ? null : "AST-02",
                        evidence,
                        status,
                        type,
                        severity,
                        false,
                        null,
                        null,
                        "Something was found.",
                        rationale,
                        null,
                        confidence,
                        false,
                        0,
                        0,
                        null)
                .judged(judgement, 10.0, 0);
    }

    public static Subject subject(String description) {
        return new Subject(
                "NIST CSF v1.1",
                "ID.AM-1",
                null,
                new Subject.ControlText(
                        "AST-02", "Asset Inventories ", description, "- CMDB\n- Asset register", "E-AST-04\nE-AST-05"));
    }
}
