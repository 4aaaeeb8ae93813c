package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.agent.language.LanguageModel.Answer;
import eu.bekaa.standard.assurance.agent.language.ModelFailure;
import eu.bekaa.standard.assurance.agent.language.ModelFailure.Reason;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads what a language model answered: strictly, and with the guardrails of every output.
@Singleton
class AnswerReader {
    private static final int LONGEST = 60_000;
    private static final String WORDED =
            "A language model proposed the wording; a person reads it against the sources before using it.";

    private final Fingerprint fingerprint;

    AnswerReader(Fingerprint fingerprint) {
        this.fingerprint = fingerprint;
    }

    @Serdeable
    record ModelAnswer(
            @Nullable String summary,
            @Nullable List<String> assumptions,
            @Nullable List<String> limitations,
            @Nullable List<Citation> sources,
            @Nullable Double confidenceScore,
            @Nullable Boolean writesFinalFinding,
            @Nullable Boolean createsOfficialMapping) {}

    @Serdeable
    record Citation(@Nullable String label, @Nullable String quote) {}

    /// The proposal in the model's words. Its details stay the engine's, and its confidence is never raised.
    /// @throws ModelFailure for anything but such an answer
    Proposal read(Answer answer, Proposal proposal, GivenSources given) {
        var said = parsed(answer.text());
        var cited = cited(said, given);
        var output = new AgentOutput(
                said.summary(),
                said.assumptions(),
                said.limitations(),
                cited,
                said.confidenceScore(),
                said.writesFinalFinding(),
                said.createsOfficialMapping(),
                null);
        var wrong = Guardrails.violations(output);
        if (!wrong.isEmpty()) {
            throw new ModelFailure(Reason.GUARDRAIL, wrong.getFirst());
        }
        return merged(output, proposal, cited);
    }

    private ModelAnswer parsed(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new ModelFailure(Reason.UNREADABLE, "The language model said nothing.");
        }
        if (text.length() > LONGEST) {
            throw new ModelFailure(Reason.TOO_LARGE, "The language model said more than can be taken.");
        }
        try {
            var object = text.strip();
            if (end(object) != object.length() - 1) {
                throw new IOException("Something stands around the object.");
            }
            return fingerprint.read(object, ModelAnswer.class);
        } catch (IOException unreadable) {
            throw new ModelFailure(Reason.UNREADABLE, "The language model did not answer in the schema.");
        }
    }

    /// Where the first object of a text ends: the JSON reader stops there and would not see what follows.
    private static int end(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && --depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static List<AgentSource> cited(ModelAnswer said, GivenSources given) {
        var cited = new ArrayList<AgentSource>();
        for (var citation : said.sources() == null ? List.<Citation>of() : said.sources()) {
            var source = citation == null || citation.label() == null
                    ? null
                    : given.of(citation.label()).orElse(null);
            if (source == null) {
                throw new ModelFailure(Reason.GUARDRAIL, "The language model cited a source that it was not given.");
            }
            cited.add(quoted(source, citation.quote()));
        }
        return cited;
    }

    private static AgentSource quoted(AgentSource source, @Nullable String quote) {
        if (quote == null) {
            return source;
        }
        var text = source.quote();
        if (quote.isBlank() || text == null || !text.contains(quote)) {
            throw new ModelFailure(
                    Reason.GUARDRAIL, "The language model quoted words that do not stand in the source.");
        }
        return new AgentSource(source.sourceType(), source.sourceId(), source.title(), source.location(), quote);
    }

    private static Proposal merged(AgentOutput said, Proposal proposal, List<AgentSource> cited) {
        var limitations = new ArrayList<>(proposal.limitations());
        for (var limitation : Objects.requireNonNull(said.limitations())) {
            if (!limitations.contains(limitation)) {
                limitations.add(limitation);
            }
        }
        limitations.add(WORDED);
        var sources = new ArrayList<>(cited);
        proposal.sources().stream().filter(source -> !sources.contains(source)).forEach(sources::add);
        return new Proposal(
                Objects.requireNonNull(said.summary()),
                Objects.requireNonNull(said.assumptions()),
                limitations,
                sources,
                Math.min(proposal.confidence(), Guardrails.confidence(said)),
                proposal.details());
    }
}
