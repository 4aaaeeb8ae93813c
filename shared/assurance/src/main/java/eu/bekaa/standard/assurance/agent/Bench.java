package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.agent.Steps.Outcome;
import eu.bekaa.standard.assurance.assessment.Assessment;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Where one run is worked on: lets the agent use its tools and no other, and remembers every use. What is remembered
/// here is written when the run ends, so a crash leaves nothing half done.
public final class Bench {
    private final Caller caller;
    private final AgentRun run;
    private final RunOptions options;
    private final Assessment assessment;
    private final Bookkeeping books;
    private final Steps made;
    private final Instant began;
    private final List<AgentStep> steps = new ArrayList<>();
    private final List<ValidationNote> notes = new ArrayList<>();
    private final Set<String> suspicions = new LinkedHashSet<>();

    Bench(Caller caller, AgentRun run, RunOptions options, Assessment assessment, Bookkeeping books, Steps made) {
        this.caller = caller;
        this.run = run;
        this.options = options;
        this.assessment = assessment;
        this.books = books;
        this.made = made;
        this.began = made.now();
    }

    public Caller caller() {
        return caller;
    }

    public AgentRun run() {
        return run;
    }

    public RunOptions options() {
        return options;
    }

    /// The assessment, as it stood when the work began.
    public Assessment assessment() {
        return assessment;
    }

    /// Uses a tool of the agent's.
    /// @param input what goes in
    /// @return what comes out; must have a JSON form
    /// @throws Refusal `TOOL_USE_BLOCKED` for a tool outside the agent's list (STD-120)
    public <T> T use(Tool tool, Map<String, ?> input, Supplier<T> work) {
        carryOn();
        if (!run.agentId().tools().contains(tool)) {
            throw blocked(tool.toString(), input);
        }
        var at = made.now();
        try {
            var result = work.get();
            remember(tool.toString(), input, Outcome.gave(result), at);
            return result;
        } catch (Refusal refused) {
            remember(tool.toString(), input, Outcome.failed(refused), at);
            throw refused;
        }
    }

    /// Remembers that a tool was asked for that the agent may not use.
    Refusal blocked(String tool, Map<String, ?> input) {
        remember(tool, input, Outcome.rejected(), made.now());
        books.toolBlocked(caller, run, tool);
        return Steps.blocked(run.agentId(), tool);
    }

    /// Notes what a check found; written with the run.
    /// @param findings what is wrong; empty where nothing is
    public void note(String subject, List<String> findings) {
        var note = new ValidationNote(subject, findings.isEmpty(), findings);
        use(Tool.VALIDATION_RESULT_WRITE, note.plain(), () -> note.plain());
        notes.add(note);
    }

    /// Remembers that text of a document seems to address a language model (STD-45).
    void suspect(List<String> phrases) {
        suspicions.addAll(phrases);
    }

    /// @throws RunEnd when the run was called off or has taken too long
    void carryOn() {
        books.mustGoOn(caller, run, elapsed());
    }

    Duration elapsed() {
        return Duration.between(began, made.now());
    }

    List<AgentStep> steps() {
        return List.copyOf(steps);
    }

    List<ValidationNote> notes() {
        return List.copyOf(notes);
    }

    List<String> suspicions() {
        return List.copyOf(suspicions);
    }

    private void remember(String tool, Map<String, ?> input, Outcome outcome, Instant at) {
        steps.add(made.step(run, steps.size() + 1, tool, input, outcome, at));
    }
}
