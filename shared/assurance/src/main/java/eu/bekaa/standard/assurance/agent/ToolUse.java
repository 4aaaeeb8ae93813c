package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.List;

/// What each tool does for an outside driver: most read, one drafts, one notes; none approves (STD-120).
@Singleton
final class ToolUse {
    private static final int MOST_NOTES = 20;
    private static final int LONGEST = 500;

    private final Reading reading;
    private final Drafting drafting;
    private final RunRows rows;

    ToolUse(Reading reading, Drafting drafting, RunRows rows) {
        this.reading = reading;
        this.drafting = drafting;
        this.rows = rows;
    }

    /// @param locked the run, locked by this transaction
    /// @throws Refusal what the tool is refused with
    ToolAnswer use(Caller caller, AgentRun locked, Tool tool, ToolInput input) {
        return switch (tool) {
            case ASSESSMENT_STATE_READ,
                    ARTIFACT_VERSION_READ,
                    KB_EVIDENCE_SEARCH,
                    SCF_CONTROL_LOOKUP,
                    SCF_MAPPING_LOOKUP -> reading.read(caller, locked, tool, input);
            case ARTIFACT_DRAFT_CREATE -> draft(caller, locked, input.of("artifact_type"));
            case VALIDATION_RESULT_WRITE -> note(caller, locked, input.of("subject", "valid", "findings"));
            case APPROVAL_EVENT_CREATE -> throw Steps.blocked(locked.agentId(), tool.toString());
        };
    }

    private ToolAnswer draft(Caller caller, AgentRun run, ToolInput input) {
        ArtifactKind kind = run.agentId().drafts().orElseThrow();
        if (!kind.toString().equals(input.required("artifact_type", LONGEST))) {
            throw Refusal.invalid("input.artifact_type", run.agentId() + " drafts " + kind + " and nothing else.");
        }
        caller.require(Drafting.permission(kind));
        if (RunMetadata.of(run).hasDraft()) {
            throw new Refusal(ErrorCode.CONFLICT, "The run has made its draft already.");
        }
        var id = drafting.draft(caller, run, kind);
        rows.annotate(
                caller.org(),
                run.agentRunId(),
                RunMetadata.of(run).drafted(kind, id).plain());
        return new ToolAnswer(
                Facts.with("artifact_type", kind).and("artifact_version_id", id).plain(), List.of());
    }

    private ToolAnswer note(Caller caller, AgentRun run, ToolInput input) {
        if (RunMetadata.of(run).noteCount() >= MOST_NOTES) {
            throw new Refusal(ErrorCode.CONFLICT, "A run notes at most " + MOST_NOTES + " results.");
        }
        var note = new ValidationNote(
                input.required("subject", LONGEST), input.flag("valid"), input.texts("findings", MOST_NOTES, LONGEST));
        rows.annotate(
                caller.org(),
                run.agentRunId(),
                RunMetadata.of(run).notes(List.of(note)).plain());
        return new ToolAnswer(note.plain(), List.of());
    }
}
