package eu.bekaa.standard.function.analysis;

import eu.bekaa.standard.assurance.agent.AgentRunWork;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobWorker;
import eu.bekaa.standard.queue.Lease;
import jakarta.inject.Singleton;

/// Works on agent runs, one job each.
@Singleton
class AgentRunWorker implements JobWorker {
    private final AgentRunWork runs;

    AgentRunWorker(AgentRunWork runs) {
        this.runs = runs;
    }

    @Override
    public JobKind kind() {
        return JobKind.AGENT_RUN;
    }

    @Override
    public void work(Lease lease) {
        runs.work(lease);
    }

    @Override
    public void failed(Caller caller, Job job, String reason) {
        runs.failed(caller, job, reason);
    }
}
