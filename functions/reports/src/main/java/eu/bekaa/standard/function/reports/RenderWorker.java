package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.Renderings;
import eu.bekaa.standard.assurance.report.Renderings.Order;
import eu.bekaa.standard.assurance.report.ReportArchive;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.render.Csv;
import eu.bekaa.standard.assurance.report.render.HtmlReport;
import eu.bekaa.standard.assurance.report.render.MarkdownReport;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobWorker;
import eu.bekaa.standard.queue.Lease;
import jakarta.inject.Singleton;

/// Makes the files of reports, one job each.
@Singleton
class RenderWorker implements JobWorker {
    private final ReportArchive archive;
    private final Renderings renderings;

    RenderWorker(ReportArchive archive, Renderings renderings) {
        this.archive = archive;
        this.renderings = renderings;
    }

    @Override
    public JobKind kind() {
        return JobKind.RENDER_REPORT;
    }

    @Override
    public void work(Lease lease) {
        var caller = lease.caller();
        var order = renderings.begin(caller, lease.job());
        var file = renderings.place(caller, lease.job(), order, render(caller, order));
        lease.complete(() -> renderings.finish(caller, lease.job(), order, file));
    }

    @Override
    public void failed(Caller caller, Job job, String reason) {
        renderings.fail(caller, job, reason);
    }

    private byte[] render(Caller caller, Order order) {
        var json = archive.json(caller, order.versionId());
        var content = archive.parsed(json);
        return switch (order.format()) {
            case JSON -> archive.machineReadable(caller, order.versionId()).orElse(json);
            case MARKDOWN -> MarkdownReport.render(content);
            case HTML -> HtmlReport.bytes(content);
            case PDF -> PdfReport.render(content);
            case DOCX -> DocxReport.render(content);
            case XLSX -> XlsxReport.render(content);
            case CSV -> csv(content, order);
            case ZIP -> PackagedReport.render(order.type(), content, json, archive.enclosed(caller, order.versionId()));
        };
    }

    private static byte[] csv(ReportContent content, Order order) {
        var name = order.type().dataset();
        return content.datasets().stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst()
                .map(Csv::render)
                .orElseThrow(() -> new IllegalStateException("The report has no dataset " + name));
    }
}
