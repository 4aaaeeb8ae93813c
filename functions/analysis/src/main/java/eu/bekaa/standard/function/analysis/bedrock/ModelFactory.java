package eu.bekaa.standard.function.analysis.bedrock;

import dev.langchain4j.model.bedrock.BedrockChatModel;
import eu.bekaa.standard.assurance.agent.AgentSettings;
import eu.bekaa.standard.assurance.agent.language.LanguageModel;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/// Makes the language model that `STANDARD_LLM` chooses; without it there is none.
@Factory
final class ModelFactory {
    /// Neither the SDK nor the library asks twice: how often is asked is a question of the run's budget.
    @Singleton
    @Bean(preDestroy = "close")
    @Requires(property = "standard.llm", value = "bedrock")
    BedrockRuntimeClient client(
            BedrockSettings bedrock, AgentSettings agents, AwsCredentialsProviderChain credentials) {
        var client = BedrockRuntimeClient.builder()
                .region(Region.of(bedrock.region()))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(agents.callTimeout()))
                .overrideConfiguration(configuration -> configuration
                        .apiCallTimeout(agents.callTimeout())
                        .retryStrategy(AwsRetryStrategy.doNotRetry()));
        if (bedrock.endpoint() != null) {
            client.endpointOverride(bedrock.endpoint());
        }
        return client.build();
    }

    /// @throws IllegalArgumentException when the choice makes no sense: better no start than silently no model
    @Singleton
    @Requires(property = "standard.llm")
    @Requires(property = "standard.llm", notEquals = "none")
    LanguageModel model(
            @Value("${standard.llm}") String chosen,
            BedrockSettings bedrock,
            Provider<BedrockRuntimeClient> client,
            JsonMapper json) {
        if (!chosen.equals("bedrock")) {
            throw new IllegalArgumentException("STANDARD_LLM is bedrock or none, not '" + chosen + "'.");
        }
        if (bedrock.model().isBlank()) {
            throw new IllegalArgumentException("STANDARD_BEDROCK_MODEL must name the model to use.");
        }
        var chat = BedrockChatModel.builder()
                .client(client.get())
                .modelId(bedrock.model())
                .maxRetries(0)
                .build();
        return new BedrockModel(bedrock.model(), chat, json);
    }
}
