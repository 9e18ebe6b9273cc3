package dev.inkling.openai.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells hosts of this machine and its networks from those of the internet. */
public final class Hosts {
    private Hosts() {}

    /**
     * Whether any address of a host is a private one.
     *
     * @throws UnknownHostException when it has none
     */
    public static boolean isPrivate(String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(Hosts::isPrivate);
    }

    /** Loopback, link-local (clouds' metadata services), site-local, unique local (fc00::/7), shared (100.64/10). */
    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress() || uniqueLocal || shared;
    }
}
