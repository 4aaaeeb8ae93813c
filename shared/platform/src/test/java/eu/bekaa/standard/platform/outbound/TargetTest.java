package eu.bekaa.standard.platform.outbound;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.kernel.Refusal;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    private static void check(String url) {
        var target = Target.of(url, Reach.PUBLIC);
        if (target.isLiteral()) {
            Line.requireAllowed(Line.literal(target), Reach.PUBLIC);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // no TLS, other protocols
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "gopher://hooks.example.com/",
                "javascript:alert(1)",
                "//hooks.example.com/",
                "hooks.example.com",
                "",
                // user names, and what they hide
                "https://user@hooks.example.com/",
                "https://user:password@hooks.example.com/",
                "https://hooks.example.com@127.0.0.1/",
                "https://hooks.example.com#@127.0.0.1/",
                "https://hooks.example.com\\@127.0.0.1/",
                "https://127.0.0.1\\.example.com/",
                // names that lead inside
                "https://localhost/",
                "https://LOCALHOST/",
                "https://a.localhost/",
                "https://printer.local/",
                "https://metadata.google.internal/",
                "https://intranet/",
                "https://hooks.example.com./",
                // private, loopback, link-local, shared, documentation, multicast, reserved, broadcast
                "https://0.0.0.0/",
                "https://10.1.2.3/",
                "https://100.64.0.1/",
                "https://100.127.255.255/",
                "https://127.0.0.1/",
                "https://127.255.0.9/",
                "https://169.254.169.254/latest/meta-data/",
                "https://169.254.170.2/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.0.0.192/",
                "https://192.0.2.1/",
                "https://192.88.99.1/",
                "https://192.168.1.1/",
                "https://198.18.0.1/",
                "https://198.51.100.7/",
                "https://203.0.113.7/",
                "https://224.0.0.1/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                // the same in decimal, octal, hexadecimal, short and mixed
                "https://2130706433/",
                "https://017700000001/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://0x7f.0x0.0x0.0x1/",
                "https://1.2.3.4.5/",
                "https://256.1.1.1/",
                "https://127.0.0.1./",
                "https://①②⑦.0.0.1/",
                "https://%31%32%37.0.0.1/",
                // IPv6: loopback, unspecified, link-local, unique-local, multicast, mapped, compatible, NAT64, 6to4,
                // Teredo
                "https://[::1]/",
                "https://[::]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fec0::1]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[ff02::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b::169.254.169.254]/",
                "https://[64:ff9b:1::a00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2002:a9fe:a9fe::1]/",
                "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
                "https://[2001:db8::1]/",
                "https://[3fff::1]/",
                "https://[100::1]/",
                "https://[2a00:1450::5efe:7f00:1]/",
                "https://[2a00:1450::200:5efe:a00:1]/",
                // ports that speak something else, and none at all
                "https://hooks.example.com:22/",
                "https://hooks.example.com:25/",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:65536/",
                // what another reader might cut or continue
                "https://hooks.example.com/\r\nX: y",
                "https://hooks.example.com/ a",
                "https://hooks.example.com/\u0000",
                "https://ex\u00e4mple.com/",
                "https://-x.example.com/",
                "https://a_b.example.com/"
            })
    void std150_noFormOfAnAddressThatLeadsInsideIsTaken(String url) {
        assertThatThrownBy(() -> check(url)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com",
                "https://hooks.example.com/standard?tenant=1&x=%20",
                "https://hooks.example.com:8443/",
                "https://xn--exmple-cua.com/",
                "https://93.184.216.34/",
                "https://172.15.255.255/",
                "https://172.32.0.1/",
                "https://100.63.255.255/",
                "https://100.128.0.1/",
                "https://[2606:2800:220:1:248:1893:25c8:1946]/"
            })
    void std150_publicAddressesAreTaken(String url) {
        assertThatCode(() -> check(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "64:ff9b::a00:1"})
    void std150_oneInsideAddressAmongPublicOnesIsOneTooMany(String inside) throws Exception {
        var addresses = List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName(inside));
        assertThatThrownBy(() -> Line.requireAllowed(addresses, Reach.PUBLIC)).isInstanceOf(Refusal.class);
        assertThatCode(() -> Line.requireAllowed(addresses.subList(0, 1), Reach.PUBLIC))
                .doesNotThrowAnyException();
    }
}
