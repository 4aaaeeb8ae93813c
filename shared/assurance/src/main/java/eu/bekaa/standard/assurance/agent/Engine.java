package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.agent.language.LanguageModel;
import eu.bekaa.standard.assurance.agent.language.ModelFailure;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.text.PromptInjection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the output of a run: the deterministic engine works out the proposal, and a language model, where there is
/// one, words it. Without one, or where it fails, the deterministic proposal stands and says so.
@Singleton
class Engine {
    private static final String SUSPECTED =
            "A passage seems to address a language model; it was kept from the model and is evidence like any other.";

    private final Map<Agent, Analyst> analysts = new EnumMap<>(Agent.class);
    private final Optional<LanguageModel> model;
    private final Wording wording;
    private final SourceCheck sources;
    private final Bookkeeping books;

    Engine(
            List<Analyst> analysts,
            Optional<LanguageModel> model,
            Wording wording,
            SourceCheck sources,
            Bookkeeping books) {
        analysts.forEach(analyst -> this.analysts.put(analyst.agent(), analyst));
        this.model = model;
        this.wording = wording;
        this.sources = sources;
        this.books = books;
    }

    /// @throws RunEnd  when the run was called off or is over its budget
    /// @throws Refusal what a tool was refused with; `AGENT_GUARDRAIL_TRIGGERED` for a bad proposal
    Worked work(Bench bench) {
        var analyst = Objects.requireNonNull(analysts.get(bench.run().agentId()));
        var proposal = analyst.propose(bench);
        proposal.sources().stream()
                .map(AgentSource::quote)
                .filter(Objects::nonNull)
                .map(PromptInjection::suspicions)
                .filter(phrases -> !phrases.isEmpty())
                .forEach(bench::suspect);
        var worked = worked(bench, proposal);
        if (!bench.suspicions().isEmpty()) {
            books.suspected(bench.caller(), bench.run(), bench.suspicions().size());
        }
        mustPass(bench, worked.output());
        return worked;
    }

    private Worked worked(Bench bench, Proposal proposal) {
        var why = whyNone(bench.run());
        if (why != null) {
            return plain(bench, proposal, why, null);
        }
        var asked = model.orElseThrow();
        try {
            var worded = wording.of(bench, asked, proposal);
            var reason = "The wording is proposed by " + asked.name()
                    + "; statuses, classifications and confidence are the deterministic engine's.";
            return new Worked(output(bench, worded, asked.engine(), reason), asked.engine(), reason, null);
        } catch (ModelFailure failure) {
            return plain(
                    bench,
                    proposal,
                    "The language model was asked and its answer is not used: " + failure.reason() + ".",
                    failure);
        }
    }

    /// Why no language model is asked; null when one is.
    private @Nullable String whyNone(AgentRun run) {
        if (run.model().equals(Worked.DETERMINISTIC)) {
            return "The deterministic engine was asked for.";
        }
        if (model.isEmpty()) {
            return "No language model is configured.";
        }
        if (!run.model().equals(AgentRuns.DEFAULT_MODEL)
                && !run.model().equals(model.get().name())) {
            return "The model that was asked for is not the one that is configured.";
        }
        return null;
    }

    private Worked plain(Bench bench, Proposal proposal, String why, @Nullable ModelFailure fallback) {
        return new Worked(output(bench, proposal, Worked.DETERMINISTIC, why), Worked.DETERMINISTIC, why, fallback);
    }

    private static AgentOutput output(Bench bench, Proposal proposal, String engine, String why) {
        var limitations = new ArrayList<>(proposal.limitations());
        if (!bench.suspicions().isEmpty()) {
            limitations.add(SUSPECTED);
        }
        var run = bench.run();
        return new AgentOutput(
                proposal.summary(),
                proposal.assumptions(),
                limitations,
                proposal.sources(),
                proposal.confidence(),
                false,
                false,
                Facts.with("engine", engine)
                        .and("engine_reason", why)
                        .and("agent_id", run.agentId())
                        .and("agent_version", Agent.VERSION)
                        .and("prompt_version", Agent.PROMPT_VERSION)
                        .and("is_synthetic", bench.assessment().isSynthetic())
                        .and("details", proposal.details())
                        .plain());
    }

    private void mustPass(Bench bench, AgentOutput output) {
        var wrong = Guardrails.violations(output);
        if (wrong.isEmpty()) {
            wrong = sources.violations(bench.caller(), bench.run(), Objects.requireNonNull(output.sources()));
        }
        if (!wrong.isEmpty()) {
            books.guardrail(bench.caller(), bench.run(), wrong.getFirst());
            throw new Refusal(
                    ErrorCode.AGENT_GUARDRAIL_TRIGGERED, "The output does not pass the guardrails of agents.", wrong);
        }
    }
}
