package dev.inkling.openai.transport;

import dev.inkling.ProviderException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A whole answer with a status of success. Immutable. */
public final class Answer {
    private final HttpHeaders headers;
    private final byte[] body;

    Answer(HttpHeaders headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    /** What a caller makes of an answer. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * @throws MalformedAnswerException when it is not what was asked for; the call is then made again
         * @throws RefusalException         when the service does not want to; it is not asked again
         * @throws ProviderException        when it is of no use for another reason; it is not asked again
         */
        T read(Answer answer) throws MalformedAnswerException, ProviderException;
    }

    /** The body itself, not a copy: for reading only. */
    public byte[] body() {
        return body;
    }

    /** Media type without parameters, in lower case; empty when there is none. */
    public String mediaType() {
        String type = headers.firstValue("Content-Type").orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
