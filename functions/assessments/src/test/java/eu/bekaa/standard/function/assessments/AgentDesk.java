package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.analysis.AnalysisQueueHandler;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobMessage;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.QueueEvent;
import eu.bekaa.standard.testing.OwnerSql;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// An assessment with an approved SoA, documents and evidence, and agents that are put to work on it.
@Singleton
class AgentDesk {
    private final ApplicationContext context;
    private final Statement statement;
    private final Shelf shelf;
    private final Jobs jobs;
    private final JsonMapper json;

    AgentDesk(ApplicationContext context, Statement statement, Shelf shelf, Jobs jobs, JsonMapper json) {
        this.context = context;
        this.statement = statement;
        this.shelf = shelf;
        this.jobs = jobs;
        this.json = json;
    }

    /// With documents, before any SoA.
    Place open(String... documents) {
        var work = statement.open();
        work.assessor.post(201, work.assessmentPath() + "/scope", Map.of("title", "All", "description", "Everything."));
        for (var text : documents) {
            shelf.put(work.tenant.assessor(), work.ground.assessmentId(), "document.md", text);
        }
        return new Place(work);
    }

    /// With an approved SoA whose evidence has been looked for.
    Place evidenced(String... documents) {
        var place = open(documents);
        var version = place.work.draft();
        place.work.approve(version);
        place.work.assessor.post(200, "/soa/" + version + "/mark-ingested", Map.of());
        place.work.assessor.post(
                201, place.work.assessmentPath() + "/evidence-analysis/run", Map.of("soa_version_id", version));
        return place;
    }

    final class Place {
        final Statement.Case work;

        private Place(Statement.Case work) {
            this.work = work;
        }

        Map<String, Object> request(String agent, Map<String, ?> input) {
            var request = new HashMap<String, Object>();
            request.put("assessment_id", work.ground.assessmentId());
            request.put("agent_id", agent);
            request.put("agent_version", "1.0.0");
            request.put("prompt_version", "1.0.0");
            request.put("model", "default");
            request.put("framework_id", work.ground.frameworkId());
            request.put("scf_version_id", work.ground.scfVersionId());
            request.put("input", input);
            return request;
        }

        /// The id of a new run.
        String asked(String agent, Map<String, ?> input) {
            return text(work.assessor.post(201, "/agent-runs", request(agent, input)), "agent_run_id");
        }

        /// The id of a run that the test drives itself.
        String driven(String agent) {
            return asked(agent, Map.of("driver", "external"));
        }

        Map<String, Object> run(String id) {
            return work.assessor.get("/agent-runs/" + id);
        }

        Map<String, Object> output(String id) {
            return work.assessor.get("/agent-runs/" + id + "/output");
        }

        List<Map<String, Object>> steps(String id) {
            return work.assessor.list("/agent-runs/" + id + "/steps");
        }

        /// A run that our worker has ended.
        Map<String, Object> worked(String agent, Map<String, ?> input) {
            var id = asked(agent, input);
            assertThat(deliver(id)).isZero();
            return run(id);
        }

        /// What the deterministic engine proposes, item by item.
        Map<String, Object> plainly(String agent) {
            var request = request(agent, Map.of());
            request.put("model", "deterministic");
            var id = text(work.assessor.post(201, "/agent-runs", request), "agent_run_id");
            deliver(id);
            return map(map(output(id), "metadata"), "details");
        }

        /// Hands the run's queue message to the function.
        /// @return how many messages it wants to see again
        int deliver(String id) {
            var caller = work.tenant.assessor();
            var failures = 0;
            for (var job : jobs.ofSubject(caller, UUID.fromString(id))) {
                failures += delivered(caller, job.jobId());
            }
            return failures;
        }

        private int delivered(Caller caller, UUID job) {
            try {
                var message = json.writeValueAsString(
                        new JobMessage(job, caller.org(), JobKind.AGENT_RUN, "trace-of-agents"));
                return new AnalysisQueueHandler(context)
                        .handle(QueueEvent.of(job.toString(), message))
                        .messageIds()
                        .size();
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }

        /// How often the organization's audit log has the action.
        int audited(String action) {
            return OwnerSql.count(
                    "SELECT count(*) FROM audit_record WHERE action = ? AND organization_id = ?",
                    action,
                    work.tenant.organizationId());
        }

        /// Everything that only people and drafts may change, as one line.
        String standing() {
            var assessment = work.ground.assessmentId();
            return "versions %d, approvals %d, decided %d, events %d, controls %d, mappings %d, state %s"
                    .formatted(
                            OwnerSql.count("SELECT count(*) FROM artifact_version WHERE assessment_id = ?", assessment),
                            OwnerSql.count("SELECT count(*) FROM approval WHERE assessment_id = ?", assessment),
                            OwnerSql.count(
                                    "SELECT count(*) FROM approval WHERE assessment_id = ? AND decision IS NOT NULL",
                                    assessment),
                            OwnerSql.count("SELECT count(*) FROM lifecycle_event WHERE assessment_id = ?", assessment),
                            OwnerSql.count(
                                    "SELECT count(*) FROM scf_control WHERE scf_version_id = ?",
                                    work.ground.scfVersionId()),
                            OwnerSql.count(
                                    "SELECT count(*) FROM scf_mapping WHERE scf_version_id = ?",
                                    work.ground.scfVersionId()),
                            text(work.assessor.get(work.assessmentPath()), "state"));
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> answer, String field) {
        return (Map<String, Object>) Objects.requireNonNull(answer.get(field), field);
    }

    static List<Object> list(Map<String, Object> answer, String field) {
        return new ArrayList<>((List<?>) Objects.requireNonNull(answer.get(field), field));
    }
}
