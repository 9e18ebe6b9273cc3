package dev.inkling;

import java.io.IOException;

/** A model or a service failed; another one, or another try, may do. */
public class ProviderException extends IOException {
    private static final long serialVersionUID = 1;

    private final String provider;
    private final boolean retryable;

    /**
     * @param provider  name of the model or service
     * @param retryable whether the same call may succeed later
     * @param reason    what went wrong
     */
    public ProviderException(String provider, boolean retryable, String reason) {
        super(provider + ": " + reason);
        this.provider = provider;
        this.retryable = retryable;
    }

    /** Name of the model or service. */
    public String provider() {
        return provider;
    }

    /** Whether the same call may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
