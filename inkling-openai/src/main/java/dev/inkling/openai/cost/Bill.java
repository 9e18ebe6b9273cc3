package dev.inkling.openai.cost;

import java.util.Locale;

/**
 * What calls came to.
 *
 * @param calls    answered by the service
 * @param kept     answered from the cache
 * @param unpriced calls whose price is not known, and not in the sum
 * @param usage    what they used
 * @param dollars  what they cost, in US dollars
 */
public record Bill(int calls, int kept, int unpriced, Usage usage, double dollars) {
    /** Both together. */
    public Bill plus(Bill other) {
        return new Bill(
                calls + other.calls, kept + other.kept, unpriced + other.unpriced, usage.plus(other.usage),
                dollars + other.dollars);
    }

    /** One line: {@code 3 calls (1 kept), 1234 + 567 tokens, $0.0123}. */
    public String line() {
        return String.format(
                Locale.ROOT, "%d %s (%d kept), %d + %d tokens, $%.4f%s", calls, calls == 1 ? "call" : "calls", kept,
                usage.in(), usage.out(), dollars,
                unpriced == 0 ? "" : " and " + unpriced + " of unknown price");
    }
}
