package eu.bekaa.standard.platform.integration;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.platform.outbound.NoAnswer;
import eu.bekaa.standard.platform.outbound.Outbound;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tries an integration: whether the other system answers to its credentials.
@Singleton
public class ConnectionTest {
    private final IntegrationService integrations;
    private final Settings settings;
    private final Outbound outbound;
    private final Transactions transactions;

    ConnectionTest(IntegrationService integrations, Settings settings, Outbound outbound, Transactions transactions) {
        this.integrations = integrations;
        this.settings = settings;
        this.outbound = outbound;
        this.transactions = transactions;
    }

    /// No transaction is open while the other system is called.
    /// @throws Refusal `INTEGRATION_NOT_FOUND`; `INVALID_STATE_TRANSITION` without credentials; `VALIDATION_ERROR`
    ///         without a `base_url`
    public IntegrationView run(Caller caller, UUID id) {
        var integration = transactions.read(caller, () -> integrations.known(caller, id));
        var credentials = integration.credentials();
        if (credentials == null) {
            throw new Refusal(
                    ErrorCode.INVALID_STATE_TRANSITION,
                    "An integration that is " + integration.status() + " has no credentials to be tested.");
        }
        if (!(integration.config().get(Settings.BASE_URL) instanceof String url)) {
            throw Refusal.invalid("config", "config.base_url names what is to be called.");
        }
        var headers = integration.authMethod().headers(settings.opened(integration, credentials));
        return integrations.tested(caller, integration, problem(url, headers));
    }

    /// What the other system says is not kept: it may repeat what it was sent.
    private @Nullable String problem(String url, Map<String, String> headers) {
        try (var line = outbound.line(url)) {
            var answer = line.get(headers);
            return answer.isSuccess() ? null : "The other system answered " + answer.status() + ".";
        } catch (NoAnswer failure) {
            return failure.getMessage();
        } catch (Refusal refused) {
            return "The address may not be called.";
        }
    }
}
