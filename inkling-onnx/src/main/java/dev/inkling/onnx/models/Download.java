package dev.inkling.onnx.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** One file on its way from the hub; each attempt goes on where the last one ended. Not thread-safe. */
final class Download implements Patience.Attempt<Path> {
    private static final int BLOCK = 1 << 16;

    private final HubConnection connection;
    private final URI address;
    private final HubFile file;
    private final Path target;
    private final Path part;
    private final TransferListener listener;

    Download(HubConnection connection, URI address, HubFile file, Path target, TransferListener listener) {
        this.connection = connection;
        this.address = address;
        this.file = file;
        this.target = target;
        this.part = part(target);
        this.listener = listener;
    }

    /** Where a file is as long as it is not whole. */
    static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /** Gets what is missing. */
    @Override
    public Path run() throws IOException, InterruptedException {
        long had = Files.exists(part) ? Files.size(part) : 0;
        if (had < file.size() || !Files.exists(part)) {
            receive(had);
        }
        if (Files.size(part) != file.size() || !file.kind().of(part, read -> {}).equals(file.hash())) {
            startAgain();
            throw had > 0
                    ? FailedAttempt.forNow("what was there is not of this file", Duration.ZERO)
                    : FailedAttempt.forGood("the file is not what the hub lists: its hash is another one");
        }
        return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void receive(long had) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = connection.get(address, had);
        try (InputStream body = new StallGuard(response.body(), connection.patience().silence())) {
            if (response.statusCode() == 200) {
                startAgain();
            } else if (!continues(response.headers(), had)) {
                startAgain();
                throw FailedAttempt.forNow("the hub sends another part than was asked for", Duration.ZERO);
            }
            append(body);
        }
    }

    /** Whether an answer is the part that was asked for: {@code Content-Range: bytes 5-9/10}. */
    private boolean continues(HttpHeaders headers, long had) {
        String range = headers.firstValue("Content-Range").orElse("");
        return range.startsWith("bytes " + had + "-") && range.endsWith("/" + file.size());
    }

    private void startAgain() throws IOException {
        if (Files.exists(part)) {
            listener.advanced(-Files.size(part));
            Files.delete(part);
        }
    }

    private void append(InputStream body) throws IOException {
        long start = Files.exists(part) ? Files.size(part) : 0;
        long size = start;
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] block = new byte[BLOCK];
            for (int length = read(body, block, size > start); length > 0; length = read(body, block, size > start)) {
                size += length;
                if (size > file.size()) {
                    throw FailedAttempt.forGood("the file is longer than the " + file.size() + " bytes that the hub lists");
                }
                out.write(block, 0, length);
                listener.advanced(length);
            }
        }
        if (size < file.size()) {
            throw broken(size, size > start);
        }
    }

    private int read(InputStream body, byte[] block, boolean progress) throws FailedAttempt {
        try {
            return body.read(block);
        } catch (IOException e) {
            throw FailedAttempt.cutShort("the connection broke", progress);
        }
    }

    private FailedAttempt broken(long size, boolean progress) {
        return FailedAttempt.cutShort("the connection broke after " + size + " of " + file.size() + " bytes", progress);
    }
}
