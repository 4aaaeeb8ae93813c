package eu.bekaa.standard.function.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.JobQueueHandler;
import eu.bekaa.standard.queue.QueueEvent;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestQueues;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.multipart.MultipartBody;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/// The catalog as its users see it, with the import queue behind it.
@Singleton
class CatalogHttp {
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Http http;
    private final Tenant tenant;
    private final JobQueueHandler imports;

    CatalogHttp(Http http, Tenants tenants, ApplicationContext context) {
        this.http = http;
        this.tenant = tenants.create();
        this.imports = new JobQueueHandler(context);
    }

    Tenant tenant() {
        return tenant;
    }

    HttpResponse<Map<String, Object>> get(String path) {
        return http.send(tenant.as(tenant.viewer(), HttpRequest.GET("/api/v1" + path)));
    }

    /// The body of an answer that must be a success.
    Map<String, Object> body(String path) {
        var answer = get(path);
        assertThat(answer.code()).as(path).isEqualTo(200);
        return Http.body(answer);
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list(String path) {
        return (List<Map<String, Object>>) Objects.requireNonNull(body(path).get("data"));
    }

    HttpResponse<Map<String, Object>> getAsAdmin(String path) {
        return http.send(tenant.as(tenant.platformAdmin(), HttpRequest.GET("/api/v1" + path)));
    }

    HttpResponse<Map<String, Object>> send(Caller caller, Map<String, ?> request) {
        return http.send(tenant.as(caller, HttpRequest.POST("/api/v1/admin/scf/import-runs", request)));
    }

    HttpResponse<Map<String, Object>> send(Map<String, ?> request) {
        return send(tenant.platformAdmin(), request);
    }

    HttpResponse<Map<String, Object>> upload(
            String path, byte[] file, String name, String type, @Nullable String label) {
        var form = MultipartBody.builder().addPart("file", name, MediaType.of(type), file);
        if (label != null) {
            form.addPart("version_label", label);
        }
        var request = HttpRequest.POST("/api/v1/admin/scf/" + path, form.build())
                .contentType(MediaType.MULTIPART_FORM_DATA_TYPE);
        return http.send(tenant.as(tenant.platformAdmin(), request));
    }

    /// Lets the queue's consumer handle what has been announced.
    void work() {
        var queue = TestQueues.url("standard-imports");
        for (; ; ) {
            var messages = TestQueues.client()
                    .receiveMessage(receive ->
                            receive.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(0))
                    .messages();
            if (messages.isEmpty()) {
                return;
            }
            for (var message : messages) {
                assertThat(imports.handle(QueueEvent.of(message.messageId(), message.body()))
                                .messageIds())
                        .isEmpty();
                TestQueues.client()
                        .deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
            }
        }
    }

    /// Imports a control sheet as CSV and gives back the finished run.
    Map<String, Object> imported(String label, String csv) {
        var accepted = send(Map.of("source_type", "csv", "version_label", label, "content", csv));
        assertThat(accepted.code()).isEqualTo(202);
        work();
        return run(accepted);
    }

    /// The run that an accepted import began, as it is now.
    Map<String, Object> run(HttpResponse<Map<String, Object>> accepted) {
        return Http.body(getAsAdmin(
                "/admin/scf/import-runs/" + object(accepted, "import_run").get("id")));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(HttpResponse<Map<String, Object>> answer, String field) {
        return (Map<String, Object>) Objects.requireNonNull(Http.body(answer).get(field));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> statistics(Map<String, Object> run) {
        return new HashMap<>((Map<String, Object>) Objects.requireNonNull(run.get("import_statistics")));
    }

    /// A control sheet with one framework column; each row is domain, code and reference.
    static String csv(String framework, String... rows) {
        var csv = new StringBuilder(
                "SCF Domain,SCF Control,SCF #,Control Description,Function Grouping," + framework + "\n");
        for (var row : rows) {
            var parts = row.split(" ", 3);
            csv.append("%s,Title of %s,%s,Text of %s,Protect,\"%s\"\n"
                    .formatted(parts[0], parts[1], parts[1], parts[1], parts[2]));
        }
        return csv.toString();
    }

    static byte[] workbook(String sheetName, Object[]... rows) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet(sheetName);
            for (int at = 0; at < rows.length; at++) {
                var row = sheet.createRow(at);
                for (int column = 0; column < rows[at].length; column++) {
                    if (rows[at][column] instanceof Number number) {
                        row.createCell(column).setCellValue(number.doubleValue());
                    } else {
                        row.createCell(column).setCellValue(rows[at][column].toString());
                    }
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
