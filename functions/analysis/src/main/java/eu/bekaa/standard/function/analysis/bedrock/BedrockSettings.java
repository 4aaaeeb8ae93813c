package eu.bekaa.standard.function.analysis.bedrock;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Which model of Bedrock is asked, and where.
/// @param model    its id or inference profile; must be named where Bedrock is chosen
/// @param region   where Bedrock runs
/// @param endpoint another address than the region's, for instance a private one
@ConfigurationProperties("standard.bedrock")
record BedrockSettings(
        @Bindable(defaultValue = "") String model,
        @Bindable(defaultValue = "eu-central-1") String region,
        @Nullable URI endpoint) {}
