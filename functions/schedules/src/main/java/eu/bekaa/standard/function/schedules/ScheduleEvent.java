package eu.bekaa.standard.function.schedules;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// A tick of the clock as EventBridge sends it, as far as we read it (Amazon EventBridge, scheduled event).
/// @param resources the rules' ARNs
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = true)
public record ScheduleEvent(
        @JsonProperty("id") String id,
        @JsonProperty("resources") List<String> resources) {}
