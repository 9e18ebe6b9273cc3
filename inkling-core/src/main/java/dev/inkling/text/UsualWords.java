package dev.inkling.text;

import java.util.List;
import java.util.stream.IntStream;

/** The vocabulary of the keyword sets, for those who need words of pictures. */
public final class UsualWords {
    private UsualWords() {}

    /** The most frequent words, the first one most of all. */
    public static List<String> first(int most) {
        KeywordPrior prior = KeywordPrior.shipped();
        return IntStream.range(0, Math.min(most, prior.size())).mapToObj(prior::word).toList();
    }
}
