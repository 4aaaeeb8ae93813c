package eu.bekaa.standard.web.multipart;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import eu.bekaa.standard.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MultipartFuzzTest {
    private static final int LIMIT = 1 << 16;

    static Stream<Arguments> forms() {
        return Stream.of(
                form("--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--edge--\r\n"),
                form("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\nA policy\r\n--edge--\r\n"),
                form("--edge\r\nContent-Disposition: form-data\r\n\r\n1\r\n--edge--"),
                form("--edge\r\nContent-Disposition: form-data; name*=UTF-8''%e2%82; filename*=x\r\n\r\n1\r\n--edge--"),
                form(
                        "--edge\r\nContent-Type: multipart/mixed; boundary=in\r\nContent-Disposition: form-data; name=f\r\n\r\n"
                                + "--in\r\nContent-Disposition: file; filename=\"a\"\r\n\r\n1\r\n--in--\r\n--edge--\r\n"),
                form(
                        "--edge\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name=\"=?UTF-8?B?4pg=?=\""
                                + "\r\n\r\nMQ==\r\n--edge--"),
                form("--edge\r\n\r\n--edge\r\n"));
    }

    private static Arguments form(String body) {
        return Arguments.of((Object) body.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("forms")
    @FuzzTest
    void aFormIsReadWithinItsLimitsOrRefused(byte[] body) throws IOException {
        try {
            var parts = new MultipartReader(LIMIT)
                    .read("multipart/form-data; boundary=edge", body.length, new ByteArrayInputStream(body));
            for (var file : parts.files().values()) {
                assertThat(file.content().size()).isLessThanOrEqualTo(LIMIT);
                file.content().close();
            }
        } catch (Refusal refused) {
            assertThat(refused.code().status()).isBetween(400, 422);
        }
    }

    static Stream<String> types() {
        return Stream.of(
                "multipart/form-data; boundary=edge",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"",
                "multipart/form-data; boundary*=UTF-8''%zz",
                "multipart/mixed; boundary=\r\n",
                "; ; =");
    }

    @MethodSource("types")
    @FuzzTest
    void aContentTypeNamesABoundaryOrIsRefused(@NotNull String type) {
        var body = "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--edge--\r\n"
                .getBytes(StandardCharsets.UTF_8);
        try {
            new MultipartReader(LIMIT).read(type, -1, new ByteArrayInputStream(body));
        } catch (Refusal refused) {
            assertThat(refused.code().status()).isBetween(400, 422);
        }
    }
}
