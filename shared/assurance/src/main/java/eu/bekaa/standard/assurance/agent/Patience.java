package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.agent.language.LanguageModel;
import eu.bekaa.standard.assurance.agent.language.LanguageModel.Answer;
import eu.bekaa.standard.assurance.agent.language.LanguageModel.Message;
import eu.bekaa.standard.assurance.agent.language.LanguageModel.Offer;
import eu.bekaa.standard.assurance.agent.language.ModelFailure;
import eu.bekaa.standard.assurance.agent.language.ModelFailure.Reason;
import eu.bekaa.standard.kernel.Jitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a language model within the run's budget: again after a pause where it may answer later, and no longer than
/// somebody wants the answer.
@Singleton
class Patience {
    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final long GLANCE_MS = 250;
    private static final int CHARACTERS_PER_TOKEN = 3;

    private final Bookkeeping books;
    private final AgentSettings settings;
    private final Jitter jitter;

    Patience(Bookkeeping books, AgentSettings settings, Jitter jitter) {
        this.books = books;
        this.settings = settings;
        this.jitter = jitter;
    }

    /// @throws ModelFailure when no answer came in time
    /// @throws RunEnd       when the run was called off or is over its budget
    Answer answer(Bench bench, LanguageModel model, List<Message> conversation, List<Offer> offers) {
        for (int attempt = 1; ; attempt++) {
            bench.carryOn();
            books.mustAfford(bench.caller(), bench.run(), estimate(conversation));
            try {
                var answer = await(bench, model, conversation, offers);
                books.spend(bench.caller(), bench.run(), answer.inputTokens(), answer.outputTokens());
                return answer;
            } catch (ModelFailure failure) {
                if (attempt >= attempts(failure.reason())) {
                    throw failure;
                }
                pause(bench, attempt);
            }
        }
    }

    /// A model that was silent for a whole time-out is asked once more: silence costs seconds.
    private static int attempts(Reason reason) {
        return switch (reason) {
            case THROTTLED, UNAVAILABLE -> ATTEMPTS;
            case TIMED_OUT -> 2;
            case REFUSED, UNREADABLE, TOO_LARGE, TOOL_USE_BLOCKED, GUARDRAIL -> 1;
        };
    }

    /// What a next answer may cost, counted generously.
    private long estimate(List<Message> conversation) {
        var characters = conversation.stream().mapToLong(this::length).sum();
        return characters / CHARACTERS_PER_TOKEN + settings.answerTokens();
    }

    private long length(Message message) {
        return switch (message) {
            case Message.Rules rules -> rules.text().length();
            case Message.Question question -> question.text().length();
            case Message.Said said ->
                said.answer().text() == null ? 0 : said.answer().text().length();
            case Message.ToolGave gave -> gave.json().length();
        };
    }

    /// Lets the model answer on a thread of its own, and looks whether the answer is still wanted.
    private Answer await(Bench bench, LanguageModel model, List<Message> conversation, List<Offer> offers) {
        var left = Duration.ofSeconds(settings.secondsPerRun()).minus(bench.elapsed());
        var most = left.compareTo(settings.callTimeout()) < 0 ? left : settings.callTimeout();
        var said = List.copyOf(conversation);
        var until = bench.elapsed().plus(most);
        var asked = new FutureTask<>(() -> model.answer(said, offers, settings.answerTokens()));
        Thread.ofVirtual().start(asked);
        try {
            while (true) {
                try {
                    return asked.get(GLANCE_MS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    bench.carryOn();
                    if (bench.elapsed().compareTo(until) > 0) {
                        throw new ModelFailure(Reason.TIMED_OUT, "The language model did not answer in time.");
                    }
                }
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ModelFailure failure) {
                throw failure;
            }
            throw new IllegalStateException("The language model's client failed.", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(Reason.UNAVAILABLE, "The worker is shutting down.");
        } finally {
            asked.cancel(true);
        }
    }

    /// Full jitter, so that many who were turned away do not come back together.
    private void pause(Bench bench, int attempt) {
        var most = Math.min(settings.backoff().toMillis() << (attempt - 1), LONGEST_PAUSE.toMillis());
        var until = bench.elapsed().plus(jitter.below(Duration.ofMillis(most + 1)));
        try {
            while (bench.elapsed().compareTo(until) < 0) {
                Thread.sleep(Math.min(
                        GLANCE_MS, Math.max(1, until.minus(bench.elapsed()).toMillis())));
                bench.carryOn();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(Reason.UNAVAILABLE, "The worker is shutting down.");
        }
    }
}
