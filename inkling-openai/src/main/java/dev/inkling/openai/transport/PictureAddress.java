package dev.inkling.openai.transport;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses of pictures, as a service returns them, may be fetched: over https, from the service's own host or
 * one that the user allows, and nowhere in a private network; only a local service may point to itself by plain http.
 *
 * @param service where the service is
 * @param allowed hosts that may be fetched from besides; one that begins with a dot stands for all hosts below it
 */
record PictureAddress(URI service, Set<String> allowed) {
    /** @throws MalformedAnswerException when it is none that may be fetched */
    URI check(String text) throws MalformedAnswerException {
        URI address = parse(text);
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        if (host.isEmpty() || address.getUserInfo() != null) {
            throw new MalformedAnswerException("the address of the picture is not usable");
        }
        boolean own = host.equals(service.getHost().toLowerCase(Locale.ROOT));
        boolean sameDoor = address.getPort() == service.getPort()
                && service.getScheme().equalsIgnoreCase(address.getScheme());
        if (own && sameDoor) {
            return address;
        }
        if (!"https".equalsIgnoreCase(address.getScheme()) || address.getPort() > 0 && address.getPort() != 443) {
            throw new MalformedAnswerException("the address of the picture is not https: " + host);
        }
        if (!own && !isAllowed(host)) {
            throw new MalformedAnswerException("the picture lies at " + host
                    + ", which is not the service's own host; picture-hosts in the configuration can allow it");
        }
        checkPublic(host);
        return address;
    }

    private static URI parse(String text) throws MalformedAnswerException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedAnswerException("the address of the picture is not one");
        }
    }

    private boolean isAllowed(String host) {
        return allowed.stream().anyMatch(one -> one.startsWith(".") ? host.endsWith(one) : host.equals(one));
    }

    private static void checkPublic(String host) throws MalformedAnswerException {
        try {
            if (Hosts.isPrivate(host)) {
                throw new MalformedAnswerException("the address of the picture is a private one: " + host);
            }
        } catch (UnknownHostException e) {
            throw new MalformedAnswerException("the host of the picture is not known: " + host);
        }
    }
}
