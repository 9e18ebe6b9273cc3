package dev.inkling.openai.api;

import dev.inkling.ProviderException;
import dev.inkling.openai.cost.AnswerCache;
import dev.inkling.openai.cost.Ledger;
import dev.inkling.openai.cost.Question;
import dev.inkling.openai.cost.Usage;
import dev.inkling.openai.transport.Call;
import dev.inkling.openai.transport.MalformedAnswerException;
import dev.inkling.openai.transport.Transport;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where every call that may cost money passes: an answer that is kept is not paid for again, the highest cost is set
 * aside before a call, the real one booked after it. Two threads that ask the same wait for one answer. Thread-safe.
 */
public final class Till {
    private static final System.Logger LOG = System.getLogger("dev.inkling.openai");

    private final Transport transport;
    private final Ledger ledger;
    private final @Nullable AnswerCache cache;
    private final ConcurrentHashMap<Question, Object> asking = new ConcurrentHashMap<>();

    /** @param cache keeps answers; null to keep none */
    public Till(Transport transport, Ledger ledger, @Nullable AnswerCache cache) {
        this.transport = transport;
        this.ledger = ledger;
        this.cache = cache;
    }

    /**
     * An answer that makes sense.
     *
     * @param value what it says
     * @param usage what it used
     * @param body  what is kept of it; never changed
     */
    record Reply<T>(T value, Usage usage, byte[] body) {}

    /** Makes sense of the body of an answer, fresh or kept. */
    @FunctionalInterface
    interface Reader<T> {
        Reply<T> read(byte[] body) throws MalformedAnswerException, ProviderException;
    }

    /**
     * What is sent.
     *
     * @param path        below the service's address
     * @param contentType type of the content
     * @param model       whose prices count
     * @param most        what it may use at most
     * @param maxAnswer   bytes; longer answers make no sense
     * @param sample      0, 1, ...: the same question asked again for another answer
     */
    record Order(String path, String contentType, String model, Usage most, int maxAnswer, int sample) {}

    Transport transport() {
        return transport;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Asks, unless the answer is there. */
    <T> T ask(Order order, byte[] content, Reader<T> reader) throws ProviderException {
        Question question =
                Question.of(transport.endpoint().base().toString(), order.path(), content, order.sample());
        if (cache == null) {
            // Without a cache the user wants fresh answers, so a service must not take this for a repetition either.
            return pay(order, content, UUID.randomUUID().toString(), question, reader);
        }
        try {
            synchronized (asking.computeIfAbsent(question, key -> new Object())) {
                Optional<T> kept = kept(question, reader);
                return kept.isPresent() ? kept.get() : pay(order, content, question.hash(), question, reader);
            }
        } finally {
            asking.remove(question);
        }
    }

    private <T> Optional<T> kept(Question question, Reader<T> reader) throws ProviderException {
        try {
            Optional<byte[]> body = cache == null ? Optional.empty() : cache.find(question);
            if (body.isEmpty()) {
                return Optional.empty();
            }
            Reply<T> reply = reader.read(body.get());
            ledger.kept();
            return Optional.of(reply.value());
        } catch (MalformedAnswerException e) {
            return Optional.empty();
        } catch (ProviderException e) {
            throw e;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "kept answers cannot be read: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private <T> T pay(Order order, byte[] content, String idempotencyKey, Question question, Reader<T> reader)
            throws ProviderException {
        Call call = Call.post(order.path(), order.contentType(), content, idempotencyKey, order.maxAnswer());
        try (Ledger.Reservation reservation = ledger.reserve(order.model(), order.most())) {
            return transport.exchange(call, answer -> {
                Reply<T> reply = reader.read(answer.body());
                reservation.book(reply.usage());
                keep(question, reply.body());
                return reply.value();
            });
        }
    }

    /** An answer that was paid for is given even when it cannot be kept. */
    private void keep(Question question, byte[] body) {
        if (cache == null) {
            return;
        }
        try {
            cache.keep(question, body);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "an answer cannot be kept: {0}", e.getMessage());
        }
    }
}
