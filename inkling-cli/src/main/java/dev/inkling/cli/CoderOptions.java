package dev.inkling.cli;

import dev.inkling.TextCoder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say how words are coded. */
final class CoderOptions {
    private static final String CAPTION = TextCoder.CAPTION.label();
    private static final String FULL = "full";
    private static final String FAST = "fast";

    @Option(
            names = "--coder",
            order = 20,
            paramLabel = "NAME",
            description = {
                "how words are coded: caption (exact, fewest bytes), zlib (exact, not for keywords) or consonant4 (four bits"
                        + " a consonant, as published; words may come back as others) (default: caption)"
            },
            completionCandidates = Coders.class)
    private String coder = CAPTION;

    @Option(
            names = "--prior",
            order = 21,
            paramLabel = "NAME",
            description = {
                "what the caption coder knows: full (tables and a network) or fast (tables alone, about an eighth more"
                        + " bytes) (default: full)"
            },
            completionCandidates = Priors.class)
    private String prior = FULL;

    TextCoder coder() {
        if (!prior.equals(FULL) && !prior.equals(FAST)) {
            throw new UsageException("there is no prior '" + prior + "'; known: full, fast");
        }
        if (coder.equals(CAPTION)) {
            return prior.equals(FAST) ? TextCoder.CAPTION_FAST : TextCoder.CAPTION;
        }
        if (prior.equals(FAST)) {
            throw new UsageException("--prior goes with the coder caption");
        }
        return Arrays.stream(TextCoder.values())
                .filter(known -> known != TextCoder.CAPTION_FAST && known.label().equals(coder))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "there is no text coder '" + coder + "'; known: " + String.join(", ", new Coders())));
    }

    /** The names of the coders. */
    static final class Coders implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(TextCoder.values())
                    .filter(coder -> coder != TextCoder.CAPTION_FAST)
                    .map(TextCoder::label)
                    .iterator();
        }
    }

    /** The names of the priors. */
    static final class Priors implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of(FULL, FAST).iterator();
        }
    }
}
