package eu.bekaa.standard.bench.reports;

import eu.bekaa.standard.assurance.report.Format;
import eu.bekaa.standard.assurance.report.ReportArchive;
import eu.bekaa.standard.assurance.soa.SoaDrafts;
import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Duel;
import eu.bekaa.standard.bench.Machine;
import eu.bekaa.standard.bench.platform.Seed;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The files of a report on a thousand items, and a Statement of Applicability of more.
public final class Reports implements Benchmark {
    private static final int ITEMS = 1000;
    private static final int ROUNDS = Math.min(Duel.ROUNDS, 5);
    private static final String SALT = "reports";

    @Override
    public String title() {
        return "Reports";
    }

    @Override
    public String explanation() {
        return """
                A full report on an assessment of %,d items, each file rendered by its job: content read and its hash checked, rendered, repacked so that \
                the same content gives the same bytes, stored in S3, recorded. The floors are the libraries alone: openhtmltopdf on the same page with the \
                same typefaces; POI reading the same content and writing the same rows with widths and wrapped cells; POI writing the same tables, paragraphs and pictures with styles, \
                widths and rules, the charts drawn by the same libraries. The Statement of Applicability is drafted for a \
                framework of 1,090 requirements, with its audit record and its events; the floor inserts as many rows in one statement and \
                one transaction, with the same keys.""".formatted(ITEMS);
    }

    @Override
    public List<String> jvm() {
        return List.of("-Xmx1g", "-D" + TestDatabase.DURABLE + "=true");
    }

    @Override
    public List<Row> run() throws Exception {
        var rows = new ArrayList<Row>();
        try (var context = ApplicationContext.run();
                var owner = TestDatabase.instance().owner()) {
            var tenant = context.getBean(Tenants.class).create();
            var seed = new Seed(owner.getMetaData().getURL());
            seed.catalog();
            seed.assessments(tenant.organizationId(), SALT, 1, 2, ITEMS);
            var assessment = Seed.id(SALT, "assessment2");
            var files = new Renderings(context, tenant.assessor(), assessment);
            var archive = context.getBean(ReportArchive.class);
            var id = files.generate(Format.PDF);
            var bar = Bar.atMost(1.5);
            rows.add(Duel.of(
                            1,
                            " s",
                            () -> files.timed(Format.PDF),
                            () -> RawPdf.seconds(archive.content(tenant.assessor(), id)))
                    .row("PDF", "openhtmltopdf", bar));
            rows.add(Duel.of(
                            ROUNDS,
                            " s",
                            () -> files.timed(Format.XLSX),
                            () -> RawOffice.workbook(() -> archive.content(tenant.assessor(), id)))
                    .row("XLSX", "POI", bar));
            rows.add(Duel.of(
                            ROUNDS,
                            " s",
                            () -> files.timed(Format.DOCX),
                            () -> RawOffice.document(() -> archive.content(tenant.assessor(), id)))
                    .row("DOCX", "POI", bar));
            var drafts = context.getBean(SoaDrafts.class);
            var draft = new Draft(drafts, tenant.assessor(), SALT);
            rows.add(Duel.of(ROUNDS, " s", draft::seconds, () -> draft.floor(owner))
                    .row("Statement of Applicability, 1,090 requirements", "INSERT", "measured"));
            rows.add(new Row(
                    "Memory after that",
                    String.format(
                            Locale.ROOT,
                            "%d MB",
                            Machine.residentMegabytes(ProcessHandle.current().pid())),
                    "",
                    "",
                    "",
                    "",
                    Machine.load()));
        }
        return rows;
    }
}
