package eu.bekaa.standard.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    @TempDir
    Path home;

    @AfterEach
    void stop() throws Exception {
        for (var part : open) {
            part.close();
        }
    }

    /// Answers each question with the next list of addresses.
    private static final class ScriptedResolver implements Resolver {
        private final Deque<List<InetAddress>> answers;
        private int asked;

        @SafeVarargs
        ScriptedResolver(List<InetAddress>... answers) {
            this.answers = new ArrayDeque<>(Arrays.asList(answers));
        }

        @Override
        public List<InetAddress> resolve(String host) throws UnknownHostException {
            asked++;
            var answer = answers.poll();
            if (answer == null) {
                throw new UnknownHostException(host);
            }
            return answer;
        }
    }

    private int serve(HttpServer server) {
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Host") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (exchange.getRequestURI().getPath().equals("/moved")) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(302, -1);
            } else {
                var answer = "y".repeat(exchange.getRequestURI().getPath().equals("/long") ? 500_000 : 3);
                exchange.sendResponseHeaders(200, answer.length());
                exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
            }
            exchange.close();
        });
        server.start();
        open.add(() -> server.stop(0));
        return server.getAddress().getPort();
    }

    private int serve() throws IOException {
        return serve(HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0));
    }

    private static Line line(String url, Reach reach, Resolver resolver, Duration timeout) {
        var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return new Line(Target.of(url, reach), reach, resolver, timeout, tls);
    }

    @Test
    void std150_theConnectionGoesToTheAddressThatWasJudgedAndKeepsTheName() throws Exception {
        int port = serve();
        var resolver = new ScriptedResolver(List.of(LOOPBACK), List.of(InetAddress.getByName("192.0.2.1")));
        try (var line = line("http://hooks.example.com:" + port + "/in?a=b", Reach.ANY, resolver, PATIENCE)) {
            for (int i = 0; i < 3; i++) {
                assertThat(line.post(Map.of("X-A", "b"), "{}".getBytes(StandardCharsets.UTF_8)))
                        .isEqualTo(new Answer(200, "yyy"));
            }
        }
        assertThat(resolver.asked).as("one look-up for one connection").isOne();
        assertThat(requests).hasSize(3).containsOnly("POST /in?a=b hooks.example.com:" + port + " {}");
    }

    @Test
    void std150_aNameThatComesToLeadInsideIsNotCalled() throws Exception {
        int port = serve();
        var elsewhere = InetAddress.getByName("93.184.216.34");
        var resolver = new ScriptedResolver(List.of(LOOPBACK), List.of(elsewhere, LOOPBACK));
        for (int i = 0; i < 2; i++) {
            try (var line = line("https://hooks.example.com:" + port + "/", Reach.PUBLIC, resolver, PATIENCE)) {
                assertThatThrownBy(() -> line.post(Map.of(), new byte[0]))
                        .isInstanceOf(NoAnswer.class)
                        .hasMessageContaining("not public");
            }
        }
        assertThat(requests).isEmpty();
    }

    @Test
    void std151_aRedirectIsAnAnswerAndIsNotFollowed() throws Exception {
        int port = serve();
        try (var line = line("http://127.0.0.1:" + port + "/moved", Reach.ANY, new SystemResolver(), PATIENCE)) {
            var answer = line.post(Map.of(), new byte[0]);
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.isSuccess()).isFalse();
        }
        assertThat(requests).hasSize(1);
    }

    @Test
    void std151_ofALongAnswerTheBeginningIsKept() throws Exception {
        int port = serve();
        try (var line = line("http://127.0.0.1:" + port + "/long", Reach.ANY, new SystemResolver(), PATIENCE)) {
            assertThat(line.post(Map.of(), new byte[0]).body()).isEqualTo("y".repeat(2_000));
            assertThat(line.get(Map.of()).status()).isEqualTo(200);
        }
    }

    @Test
    void std151_aServerThatTricklesIsCutOffAtTheDeadline() throws Exception {
        var server = new ServerSocket(0, 1, LOOPBACK);
        open.add(server);
        var cutOff = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try (var peer = server.accept()) {
                while (true) {
                    peer.getOutputStream().write('H');
                    peer.getOutputStream().flush();
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException gone) {
                cutOff.countDown();
            }
        });
        try (var line = line(
                "http://127.0.0.1:" + server.getLocalPort() + "/",
                Reach.ANY,
                new SystemResolver(),
                Duration.ofMillis(300))) {
            assertThatThrownBy(() -> line.post(Map.of(), new byte[0])).isInstanceOf(NoAnswer.class);
        }
        assertThat(cutOff.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the connection is closed, not left behind")
                .isTrue();
    }

    @Test
    void std150_theCertificateMustBeTheNames() throws Exception {
        var context = certified("hooks.example.com");
        var server = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        int port = serve(server);
        for (var name : List.of("hooks.example.com", "other.example.com")) {
            var target = Target.of("https://" + name + ":" + port + "/", Reach.ANY);
            var resolver = new ScriptedResolver(List.of(LOOPBACK));
            try (var line = new Line(target, Reach.ANY, resolver, PATIENCE, context.getSocketFactory())) {
                if (name.startsWith("hooks")) {
                    assertThat(line.post(Map.of(), new byte[0]).status()).isEqualTo(200);
                } else {
                    assertThatThrownBy(() -> line.post(Map.of(), new byte[0]))
                            .isInstanceOf(NoAnswer.class)
                            .hasMessageContaining("certificate");
                }
            }
        }
        assertThat(requests).hasSize(1);
    }

    private SSLContext certified(String name) throws Exception {
        var file = home.resolve("keys.p12");
        var password = "changeit";
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password.toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
