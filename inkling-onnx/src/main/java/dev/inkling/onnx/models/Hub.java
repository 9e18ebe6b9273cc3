package dev.inkling.onnx.models;

import dev.inkling.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hugging Face, or a server that speaks like it: lists what models consist of, and gives their files. What it says is
 * data, and bounded. Thread-safe.
 */
public final class Hub {
    private static final int MOST_FILES = 10_000;
    private static final int MOST_PAGES = 1000;
    private static final long LARGEST_FILE = 1L << 48;
    private static final int LONGEST_ANSWER = 8 << 20;
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;[^,]*rel=\"?next\"?");
    private static final JsonMapper JSON = new JsonMapper();

    private final HubConnection connection;

    Hub(HubConnection connection) {
        this.connection = connection;
    }

    /**
     * The hub of a user: at {@code HF_ENDPOINT} or Hugging Face's own, with {@code HF_TOKEN}, through the proxies that the
     * environment names.
     *
     * @throws ProviderException when one of these makes no sense
     */
    public static Hub of(Map<String, String> environment) throws ProviderException {
        return new Hub(HubConnection.of(environment, Patience.USUAL));
    }

    /** Name of the server, for messages. */
    String name() {
        return connection.name();
    }

    /**
     * Lists the files of a model.
     *
     * @param listener hears of pauses
     * @throws ProviderException when there is no such model or revision, or it may not be had
     */
    HubListing list(HubAddress address, TransferListener listener) throws IOException {
        String model = "/api/models/" + address.model();
        URI revision = connection.address(model + "/revision/" + escape(address.revision()));
        String commit = text(page(address, revision, listener).json(), "sha");
        if (!ContentHash.GIT_BLOB.isHash(commit)) {
            throw odd(address, "no commit");
        }
        Map<String, HubFile> files = new HashMap<>();
        URI next = connection.address(model + "/tree/" + commit + "?recursive=true");
        for (int pages = 0; next != null; pages++) {
            if (pages == MOST_PAGES) {
                throw odd(address, "files on more than " + MOST_PAGES + " pages");
            }
            Page page = page(address, next, listener);
            add(address, page.json(), files);
            next = page.next(connection);
        }
        return new HubListing(address, commit, files);
    }

    private static void add(HubAddress address, JsonNode page, Map<String, HubFile> files) throws ProviderException {
        for (JsonNode entry : page.values()) {
            if (text(entry, "type").equals("file")) {
                HubFile file = file(address, entry);
                if (files.put(file.path(), file) != null) {
                    throw odd(address, "twice the same file");
                }
            }
        }
        if (files.size() > MOST_FILES) {
            throw odd(address, "more than " + MOST_FILES + " files");
        }
    }

    private static HubFile file(HubAddress address, JsonNode entry) throws ProviderException {
        JsonNode large = entry.path("lfs");
        ContentHash kind = large.isObject() ? ContentHash.SHA_256 : ContentHash.GIT_BLOB;
        String hash = text(large.isObject() ? large : entry, "oid");
        long size = entry.path("size").asLong(-1);
        if (size < 0 || size > LARGEST_FILE || !kind.isHash(hash)) {
            throw odd(address, "a file without a size or hash that makes sense");
        }
        String path = text(entry, "path");
        if (path.startsWith("/") || List.of(path.split("/")).contains("..")) {
            throw odd(address, "a file that is not in its folder");
        }
        return new HubFile(path, size, kind, hash);
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).asString("");
    }

    private static ProviderException odd(HubAddress address, String what) {
        return new ProviderException(address.toString(), false, "the hub lists " + what);
    }

    /** A page of a list, and what came with it. */
    private record Page(JsonNode json, URI address, HttpHeaders headers) {
        /** Where the next page is; null when this is the last (RFC 8288). */
        @Nullable URI next(HubConnection connection) throws ProviderException {
            Matcher link = NEXT.matcher(headers.firstValue("Link").orElse(""));
            if (!link.find()) {
                return null;
            }
            try {
                URI next = address.resolve(link.group(1));
                if (connection.isHubs(next)) {
                    return next;
                }
            } catch (IllegalArgumentException e) {
                // No address at all.
            }
            throw new ProviderException(connection.name(), false, "continues its list at what is no address of its own");
        }
    }

    private Page page(HubAddress model, URI address, TransferListener listener) throws IOException {
        return connection.patience().run(model.toString(), listener, () -> {
            HttpResponse<InputStream> response = connection.get(address, 0);
            try (InputStream body = new StallGuard(response.body(), connection.patience().silence())) {
                byte[] bytes = body.readNBytes(LONGEST_ANSWER + 1);
                if (bytes.length > LONGEST_ANSWER) {
                    throw FailedAttempt.forGood("the answer is longer than any that makes sense");
                }
                return new Page(JSON.readTree(bytes), response.uri(), response.headers());
            } catch (JacksonException e) {
                throw FailedAttempt.forGood("the answer is no JSON: is this a hub?");
            } catch (FailedAttempt e) {
                throw e;
            } catch (IOException e) {
                throw FailedAttempt.cutShort("the connection broke", false);
            }
        });
    }

    /**
     * Gets a file, or the rest of it, and checks its hash.
     *
     * @param target   where it goes when it is whole; until then what has come is beside it
     * @param listener hears of the bytes that come
     */
    void download(HubListing listing, HubFile file, Path target, TransferListener listener) throws IOException {
        String path = "/" + listing.address().model() + "/resolve/" + listing.commit() + "/" + escapePath(file.path());
        Download download = new Download(connection, connection.address(path), file, target, listener);
        connection.patience().run(listing.address().model() + ": " + file.path(), listener, download);
    }

    private static String escapePath(String path) {
        return escape(path).replace("%2F", "/");
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
