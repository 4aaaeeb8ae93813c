package eu.bekaa.standard.platform.email;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobWorker;
import eu.bekaa.standard.queue.Lease;
import jakarta.inject.Singleton;

/// Sends the letters of the queue. One whose sender dies between handing it over and recording it goes out again: the
/// provider knows no once.
@Singleton
class EmailWorker implements JobWorker {
    private final EmailRows letters;
    private final EmailService service;
    private final Transactions transactions;

    EmailWorker(EmailRows letters, EmailService service, Transactions transactions) {
        this.letters = letters;
        this.service = service;
        this.transactions = transactions;
    }

    @Override
    public JobKind kind() {
        return JobKind.SEND_EMAIL;
    }

    @Override
    public void work(Lease lease) {
        var caller = lease.caller();
        var id = lease.job().subjectId();
        var message =
                transactions.read(caller, () -> letters.find(caller.org(), id).orElseThrow());
        if (message.status() != EmailMessage.Status.QUEUED) {
            lease.skip("The letter is " + message.status() + ".", () -> {});
            return;
        }
        var carried = service.carry(message);
        lease.complete(() -> service.record(caller, id, carried));
    }

    @Override
    public void failed(Caller caller, Job job, String reason) {
        letters.failed(caller.org(), job.subjectId());
        letters.forget(caller.org(), job.subjectId());
    }
}
