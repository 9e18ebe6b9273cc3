package dev.inkling;

import java.util.List;

/** Picks the words of a description that matter most for making the picture again. Thread-safe. */
@FunctionalInterface
public interface Condenser {
    /**
     * @param description a description in sentences
     * @param words       how many words to keep, at least 1
     * @return at most that many words, most important first, each without white space
     * @throws ProviderException when the model or service behind it fails
     */
    List<String> condense(String description, int words) throws ProviderException;
}
