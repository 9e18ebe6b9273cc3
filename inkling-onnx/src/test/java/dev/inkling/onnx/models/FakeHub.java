package dev.inkling.onnx.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.inkling.ProviderException;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A hub on this machine with one model, {@code owner/clip}. Files that end with {@code .onnx}, {@code data} or {@code .pb}
 * are in large file storage, which is another server.
 */
final class FakeHub implements Closeable {
    static final String COMMIT = "0123456789012345678901234567890123456789";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer hub = start();
    private final HttpServer storage = start();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();

    /** What was asked for, with the range and whether there was a token. */
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    /** Changes what is listed. */
    Listing listing = list -> {};

    /** Files on each page of the list. */
    int page = 1000;

    FakeHub() throws IOException {
        hub.createContext("/api/models/owner/clip/revision/", exchange -> answer(exchange, this::revision));
        hub.createContext("/api/models/owner/clip/tree/" + COMMIT, exchange -> answer(exchange, this::tree));
        hub.createContext("/owner/clip/resolve/" + COMMIT + "/", exchange -> answer(exchange, this::file));
        storage.createContext("/", exchange -> answer(exchange, this::content));
    }

    /** What an answer does instead. */
    interface Fault {
        void answer(HttpExchange exchange, byte[] content) throws IOException;
    }

    /** Changes a list of files. */
    interface Listing {
        void change(ArrayNode list);
    }

    private static HttpServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "fake hub");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        return server;
    }

    String address() {
        return "http://127.0.0.1:" + hub.getAddress().getPort();
    }

    private String storageAddress() {
        return "http://localhost:" + storage.getAddress().getPort();
    }

    /** A client of it that has little patience. */
    Hub client() throws ProviderException {
        Patience patience = new Patience(Duration.ofSeconds(2), 3, Duration.ofMillis(2));
        return new Hub(HubConnection.of(
                Map.of("HF_ENDPOINT", address() + "/", "HF_TOKEN", "hf_secret", "no_proxy", "*"), patience));
    }

    FakeHub put(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    FakeHub put(String path, String content) {
        return put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The next answers with the content of a file, or to {@code revision}, do this. */
    void fail(String path, Fault... next) {
        faults.computeIfAbsent(path, key -> new ArrayDeque<>()).addAll(List.of(next));
    }

    /** Content ends too early. */
    static Fault cutAfter(int bytes) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(exchange.getRequestHeaders().containsKey("Range") ? 206 : 200, content.length);
            exchange.getResponseBody().write(content, 0, bytes);
            exchange.getResponseBody().flush();
        };
    }

    /** Content comes in part, and then nothing for longer than anybody waits. */
    static Fault stallAfter(int bytes) {
        return (exchange, content) -> {
            cutAfter(bytes).answer(exchange, content);
            try {
                Thread.sleep(5000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    static Fault status(int status, String... headers) {
        return (exchange, content) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Everything, whatever part was asked for. */
    static Fault whole(String text) {
        return (exchange, content) -> send(exchange, 200, text.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange, Fault usual) throws IOException {
        boolean token = "Bearer hf_secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add((exchange.getLocalAddress().getPort() == hub.getAddress().getPort() ? "hub " : "storage ")
                + exchange.getRequestURI().getRawPath()
                + (range == null ? "" : " " + range)
                + (token ? " token" : ""));
        try {
            usual.answer(exchange, new byte[0]);
        } finally {
            exchange.close();
        }
    }

    private Fault next(String path) {
        Deque<Fault> next = faults.getOrDefault(path, new ArrayDeque<>());
        return next.isEmpty() ? FakeHub::sendPart : next.remove();
    }

    private void revision(HttpExchange exchange, byte[] nothing) throws IOException {
        byte[] json = JSON.writeValueAsBytes(JSON.createObjectNode().put("sha", COMMIT));
        next("revision").answer(exchange, json);
    }

    private void tree(HttpExchange exchange, byte[] nothing) throws IOException {
        ArrayNode list = JSON.createArrayNode();
        list.addObject().put("type", "directory").put("path", "onnx").put("oid", COMMIT).put("size", 0);
        files.forEach((path, content) -> describe(list.addObject(), path, content));
        listing.change(list);
        String query = exchange.getRequestURI().getQuery();
        int from = query.contains("cursor=") ? Integer.parseInt(query.replaceFirst(".*cursor=", "")) : 0;
        ArrayNode part = JSON.createArrayNode();
        for (int i = from; i < Math.min(list.size(), from + page); i++) {
            part.add(list.get(i));
        }
        if (from + page < list.size()) {
            String next = address() + exchange.getRequestURI().getPath() + "?recursive=true&cursor=" + (from + page);
            exchange.getResponseHeaders().add("Link", "<" + next + ">; rel=\"next\"");
        }
        next("tree").answer(exchange, JSON.writeValueAsBytes(part));
    }

    private static boolean isLarge(String path) {
        return path.matches(".*(\\.onnx|data|\\.pb)");
    }

    static void describe(ObjectNode file, String path, byte[] content) {
        byte[] head = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
        file.put("type", "file").put("path", path).put("size", content.length).put("oid", hash("SHA-1", head, content));
        if (isLarge(path)) {
            file.putObject("lfs").put("oid", hash("SHA-256", content)).put("size", content.length);
        }
    }

    private static String hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void file(HttpExchange exchange, byte[] nothing) throws IOException {
        String path = URLDecoder.decode(
                exchange.getRequestURI().getRawPath().replaceFirst(".*" + COMMIT + "/", ""), StandardCharsets.UTF_8);
        if (isLarge(path)) {
            status(302, "Location", storageAddress() + "/" + path).answer(exchange, nothing);
        } else {
            next(path).answer(exchange, files.get(path));
        }
    }

    private void content(HttpExchange exchange, byte[] nothing) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        next(path).answer(exchange, files.get(path));
    }

    private static void sendPart(HttpExchange exchange, byte[] content) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            send(exchange, 200, content);
            return;
        }
        int from = Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.getResponseHeaders()
                .add("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        send(exchange, 206, Arrays.copyOfRange(content, from, content.length));
    }

    private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(content);
        }
    }

    @Override
    public void close() {
        hub.stop(0);
        storage.stop(0);
    }
}
