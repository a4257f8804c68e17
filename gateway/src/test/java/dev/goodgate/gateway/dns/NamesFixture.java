package dev.goodgate.gateway.dns;

import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.config.ResolverSettings;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A resolver whose only server is a scripted one, and a clock moved by hand.
abstract class NamesFixture {
    static final Duration LIMIT = Duration.ofMillis(800);

    final MultiThreadIoEventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    final EventLoop loop = group.next();
    final AtomicLong nanos = new AtomicLong(1);
    ScriptedServer server;
    Names names;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        server = new ScriptedServer(asked -> List.of(asked.code(0)));
        Files.writeString(folder.resolve("hosts"), "192.0.2.9 db.lan db\n");
        names = Names.start(settings(), sockets(), nanos::get, folder);
    }

    @AfterEach
    void stop() throws IOException {
        names.close();
        server.close();
        Future<?> _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    ResolverSettings settings() {
        return settings(server.address());
    }

    static ResolverSettings settings(String... servers) {
        return new ResolverSettings(
                List.of(servers),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                32);
    }

    Sockets sockets() {
        return new Sockets(loop, NioDatagramChannel::new, NioSocketChannel::new);
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    CompletableFuture<Answer> asking(String host) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        names.name(host).lookup(loop, LIMIT, answer::complete);
        return answer.orTimeout(10, TimeUnit.SECONDS);
    }

    Answer ask(String host) {
        return asking(host).join();
    }

    Answer.Addresses addresses(String host) {
        return (Answer.Addresses) ask(host);
    }

    Answer.Failed failed(String host) {
        return (Answer.Failed) ask(host);
    }

    static boolean is(Answer.Failed failed, Symptom symptom, String rcode) {
        return failed.symptom() == symptom && failed.rcode().equals(rcode);
    }

    static List<String> texts(Answer.Addresses answer) {
        return answer.addresses().stream().map(InetAddress::getHostAddress).toList();
    }
}
