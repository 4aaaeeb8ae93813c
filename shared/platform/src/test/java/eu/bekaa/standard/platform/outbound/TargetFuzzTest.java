package eu.bekaa.standard.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import eu.bekaa.standard.kernel.Refusal;
import java.net.URI;
import org.junit.jupiter.params.provider.ValueSource;

class TargetFuzzTest {
    @ValueSource(
            strings = {
                "https://hooks.example.com/a?b=c",
                "https://user@hooks.example.com:443/",
                "https://[2606:2800:220:1:248:1893:25c8:1946]:8443/x",
                "https://0x7f.1/",
                "https://127.0.0.1/",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://a.b\\@127.0.0.1/",
                "https://2130706433/",
                "HTTPS://EXAMPLE.COM:8443/%2e%2e/",
                "https://example.com:+8443/",
                "https:example.com",
                "https:///example.com",
                "https://example.com?@127.0.0.1/"
            })
    @FuzzTest
    void std150_anAddressIsUnderstoodByAllAlikeOrRefused(@NotNull String url) {
        Target target;
        try {
            target = Target.of(url, Reach.PUBLIC);
            if (target.isLiteral()) {
                Line.requireAllowed(Line.literal(target), Reach.PUBLIC);
            }
        } catch (Refusal refused) {
            return;
        }
        var again = URI.create(target.scheme() + "://" + target.authority() + target.path());
        assertThat(again.getHost().replaceAll("[\\[\\]]", "")).isEqualTo(target.host());
        assertThat(again.getRawUserInfo()).isNull();
        assertThat(target.host()).matches("[a-z0-9.:-]+").doesNotEndWith(".");
        assertThat(target.path()).startsWith("/").matches("[\\x21-\\x7e]+");
        assertThat(Target.of(again.toString(), Reach.PUBLIC)).isEqualTo(target);
    }
}
