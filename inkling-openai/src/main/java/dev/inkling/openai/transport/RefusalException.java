package dev.inkling.openai.transport;

import dev.inkling.ProviderException;

/** A service does not want to do it, usually because of its content policy. Asking again does not help. */
public final class RefusalException extends ProviderException {
    private static final long serialVersionUID = 1;

    /** @param reason what the service says, in any length */
    public RefusalException(String provider, String reason) {
        super(provider, false, "refused: " + ServiceError.oneLine(reason));
    }
}
