package eu.bekaa.standard.bench.http;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The floor: Netty, a pool and hand-written JDBC, in a process of its own. It knows three requests and gives the same
/// guarantees: a key is checked, the request counted, the organization set for row-level security within the
/// transaction; a change happens once per idempotency key and commits with its link in the audit chain.
public final class FloorServer {
    private static final int MOST_BYTES = 1 << 20;
    private static final int CONNECTIONS = 24;

    private FloorServer() {}

    /// @param arguments port, and the address of the database
    public static void main(String[] arguments) throws InterruptedException {
        var config = new HikariConfig();
        config.setJdbcUrl(arguments[1]);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.addDataSourceProperty("assumeMinServerVersion", "16");
        var statements = new FloorStatements(new HikariDataSource(config));
        var workers = Executors.newVirtualThreadPerTaskExecutor();
        var group = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
        new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(MOST_BYTES),
                                        new Handler(statements, workers));
                    }
                })
                .bind("localhost", Integer.parseInt(arguments[0]))
                .sync();
        System.out.println("ready");
    }

    private static final class Handler extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final FloorStatements statements;
        private final ExecutorService workers;

        Handler(FloorStatements statements, ExecutorService workers) {
            this.statements = statements;
            this.workers = workers;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext channel, FullHttpRequest request) {
            var method = request.method();
            var path = request.uri();
            var authorization = request.headers().get(HttpHeaderNames.AUTHORIZATION, "");
            var key = request.headers().get("Idempotency-Key", "");
            var body = request.content().toString(StandardCharsets.UTF_8);
            workers.execute(() -> {
                try {
                    var caller = statements.caller(authorization.substring("Bearer ".length()));
                    if (method.equals(HttpMethod.POST)) {
                        answer(channel, HttpResponseStatus.CREATED, statements.create(caller, path, key, body));
                    } else {
                        answer(channel, HttpResponseStatus.OK, read(caller, path));
                    }
                } catch (SQLException | RuntimeException failure) {
                    answer(channel, HttpResponseStatus.INTERNAL_SERVER_ERROR, String.valueOf(failure.getMessage()));
                }
            });
        }

        /// `/api/v1/assessments/{id}` or `/api/v1/soa/{id}/items?limit=50`.
        private String read(FloorStatements.Caller caller, String path) throws SQLException {
            var parts = path.split("[/?]", -1);
            var id = UUID.fromString(parts[4]);
            return parts[3].equals("assessments") ? statements.assessment(caller, id) : statements.items(caller, id);
        }

        private static void answer(ChannelHandlerContext channel, HttpResponseStatus status, String body) {
            var response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8)));
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
            channel.writeAndFlush(response);
        }
    }
}
