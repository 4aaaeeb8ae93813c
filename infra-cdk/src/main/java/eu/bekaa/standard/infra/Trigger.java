package eu.bekaa.standard.infra;

import eu.bekaa.standard.function.schedules.Rule;
import eu.bekaa.standard.queue.Queue;
import java.util.List;
import java.util.stream.Stream;

/// What calls a function.
public sealed interface Trigger {
    /// Requests to the HTTP API.
    /// @param prefixes path templates, `/api/v1/scf` or `/api/v1/assessments/{assessmentId}/kb`: the path itself
    ///                 and everything below it
    record Requests(List<String> prefixes) implements Trigger {
        public Requests {
            prefixes = List.copyOf(prefixes);
        }

        /// The paths of the gateway's routes. Its greedy variable does not match nothing, so each prefix takes two.
        public List<String> paths() {
            return prefixes.stream()
                    .flatMap(prefix -> Stream.of(prefix, prefix + "/{proxy+}"))
                    .toList();
        }
    }

    /// Messages of queues.
    /// @param atOnce how many instances may work at the same time, 2 at least
    record Messages(List<Queue> queues, int atOnce) implements Trigger {
        public Messages {
            queues = List.copyOf(queues);
        }
    }

    /// The clock.
    record Clock(List<Rule> rules) implements Trigger {
        public Clock {
            rules = List.copyOf(rules);
        }
    }

    /// A deployment, before the functions are switched to their new versions.
    record Deployment() implements Trigger {}

    /// An operator, by hand.
    record Operator() implements Trigger {}
}
