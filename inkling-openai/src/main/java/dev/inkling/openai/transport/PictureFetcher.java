package dev.inkling.openai.transport;

import dev.inkling.ProviderException;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Fetches pictures from addresses that a service returns, without its key and within limits. Thread-safe. */
public final class PictureFetcher {
    private static final int MAX_BYTES = 64 << 20;
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/webp");

    private final PictureAddress addresses;
    private final Limits limits;

    /** @param allowed hosts to fetch from besides the service's own; one that begins with a dot has all below it */
    public PictureFetcher(URI service, Set<String> allowed, Limits limits) {
        this.addresses = new PictureAddress(service, Set.copyOf(allowed));
        this.limits = limits;
    }

    /**
     * @return the file of the picture, of a type that browsers show
     * @throws MalformedAnswerException when the address is none that may be fetched
     */
    public byte[] fetch(String text) throws MalformedAnswerException, ProviderException {
        URI address = addresses.check(text);
        URI root = URI.create(address.getScheme() + "://" + address.getRawAuthority());
        String path = address.getRawPath().replaceFirst("^/", "");
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        Transport transport = new Transport(new Endpoint(root, null, Map.of()), limits);
        return transport.exchange(Call.get(path + query, MAX_BYTES), answer -> {
            if (!TYPES.contains(answer.mediaType())) {
                throw new MalformedAnswerException("expected a picture, found " + answer.mediaType());
            }
            return answer.body();
        });
    }
}
