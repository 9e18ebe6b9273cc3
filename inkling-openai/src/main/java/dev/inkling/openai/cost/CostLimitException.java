package dev.inkling.openai.cost;

import dev.inkling.ProviderException;
import java.util.Locale;

/** The next call could cost more than the user allows; it was not made. */
public final class CostLimitException extends ProviderException {
    private static final long serialVersionUID = 1;

    CostLimitException(String provider, double next, double spent, double limit) {
        super(provider, false, String.format(
                Locale.ROOT,
                "the next call may cost $%.4f, and $%.4f of the allowed $%.4f are spent; --max-cost allows more", next,
                spent, limit));
    }

    CostLimitException(String provider, String model) {
        super(provider, false, "the price of " + model + " is not known, so that --max-cost cannot be kept; give it in"
                + " a file of prices, or leave --max-cost out");
    }
}
