package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.agent.language.LanguageModel;
import eu.bekaa.standard.assurance.agent.language.LanguageModel.Answer;
import eu.bekaa.standard.assurance.agent.language.LanguageModel.Call;
import eu.bekaa.standard.assurance.agent.language.LanguageModel.Message;
import eu.bekaa.standard.assurance.agent.language.LanguageModel.Offer;
import eu.bekaa.standard.assurance.agent.language.ModelFailure;
import eu.bekaa.standard.assurance.agent.language.ModelFailure.Reason;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Has a language model word a proposal. The model reads what the run may read, through tools that change nothing;
/// its answer is taken only whole and only if it stays with what it was given.
@Singleton
class Wording {
    private static final int MOST_TURNS = 6;

    private final Patience patience;
    private final Reading reading;
    private final AnswerReader answers;
    private final Fingerprint fingerprint;
    private final Bookkeeping books;

    Wording(Patience patience, Reading reading, AnswerReader answers, Fingerprint fingerprint, Bookkeeping books) {
        this.patience = patience;
        this.reading = reading;
        this.answers = answers;
        this.fingerprint = fingerprint;
        this.books = books;
    }

    /// The proposal in the model's words, with the sources it cites.
    /// @throws ModelFailure when the model gives no answer that can be used
    /// @throws RunEnd       when the run was called off or is over its budget
    Proposal of(Bench bench, LanguageModel model, Proposal proposal) {
        var given = new GivenSources(bench);
        given.add(proposal.sources());
        var conversation = new ArrayList<Message>();
        conversation.add(new Message.Rules(Prompt.RULES));
        conversation.add(new Message.Question(
                fingerprint.text(Prompt.question(bench.run().agentId(), proposal, given))));
        var offers = offers(bench.run().agentId());
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            var answer = patience.answer(bench, model, conversation, offers);
            if (answer.calls().isEmpty()) {
                return checked(bench, proposal, given, answer);
            }
            conversation.add(new Message.Said(answer));
            for (var call : answer.calls()) {
                conversation.add(new Message.ToolGave(call, used(bench, call, given)));
            }
        }
        throw new ModelFailure(Reason.UNREADABLE, "The language model went on asking for tools.");
    }

    private static List<Offer> offers(Agent agent) {
        return agent.tools().stream()
                .filter(Tool::reads)
                .map(tool -> new Offer(tool.toString(), tool.description(), Reading.inputs(tool)))
                .toList();
    }

    /// What a tool gives to the model; a mistake in its input is told to it.
    private String used(Bench bench, Call call, GivenSources given) {
        var tool = Tool.parse(call.tool())
                .filter(Tool::reads)
                .filter(bench.run().agentId().tools()::contains)
                .orElse(null);
        if (tool == null) {
            var blocked = bench.blocked(call.tool(), call.input());
            throw new ModelFailure(Reason.TOOL_USE_BLOCKED, blocked.getMessage());
        }
        try {
            var found = new ArrayList<AgentSource>();
            var facts = bench.use(tool, call.input(), () -> {
                var answer = reading.read(bench.caller(), bench.run(), tool, new ToolInput(call.input()));
                found.addAll(answer.sources());
                return answer.facts();
            });
            var labels = given.add(found);
            // passages go as labelled sources alone, so that what is withheld is withheld here too
            return fingerprint.text(
                    tool == Tool.KB_EVIDENCE_SEARCH
                            ? Map.of("sources", given.shown(labels))
                            : Map.of("sources", given.shown(labels), "facts", facts));
        } catch (Refusal refused) {
            return fingerprint.text(Map.of("error", refused.getMessage()));
        }
    }

    private Proposal checked(Bench bench, Proposal proposal, GivenSources given, Answer answer) {
        try {
            return answers.read(answer, proposal, given);
        } catch (ModelFailure failure) {
            if (failure.reason() == Reason.GUARDRAIL) {
                books.guardrail(bench.caller(), bench.run(), failure.getMessage());
            }
            throw failure;
        }
    }
}
