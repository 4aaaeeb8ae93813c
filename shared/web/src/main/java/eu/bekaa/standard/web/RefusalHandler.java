package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// Answers refusals, and has those remembered that an auditor asks about.
@Singleton
final class RefusalHandler implements ExceptionHandler<Refusal, HttpResponse<?>> {
    private final ErrorAnswers answers;
    private final Denials denials;

    RefusalHandler(ErrorAnswers answers, Denials denials) {
        this.answers = answers;
        this.denials = denials;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, Refusal refusal) {
        var asked = (HttpRequest<?>) request;
        EdgeFilter.known(asked).ifPresent(caller -> denials.remember(caller, asked, refusal));
        return answers.answer(asked, refusal);
    }
}
