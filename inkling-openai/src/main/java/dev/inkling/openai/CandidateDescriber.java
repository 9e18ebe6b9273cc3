package dev.inkling.openai;

import dev.inkling.Describer;
import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Tries several descriptions of a picture with the generator that its receiver will use, and keeps the one whose
 * picture looks most like the original. Thread-safe.
 */
public final class CandidateDescriber implements Describer {
    private static final int MOST = 16;

    private final OpenAiDescriber describer;
    private final Generator generator;
    private final Critic critic;
    private final int candidates;
    private final Map<Raster, Integer> best = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * @param generator  makes a picture of each description
     * @param candidates how many descriptions, 2 to 16
     */
    public CandidateDescriber(OpenAiDescriber describer, Generator generator, Critic critic, int candidates) {
        if (candidates < 2 || candidates > MOST) {
            throw new IllegalArgumentException("candidates must be 2 to " + MOST + ", found " + candidates);
        }
        this.describer = describer;
        this.generator = generator;
        this.critic = critic;
        this.candidates = candidates;
    }

    @Override
    public String describe(Raster picture, int maxWords) throws ProviderException {
        Integer known = best.get(picture);
        if (known == null) {
            known = choose(picture, maxWords);
            best.put(picture, known);
        }
        return describer.describe(picture, maxWords, known);
    }

    /** The first of the best, so that a tie does not depend on chance. */
    private int choose(Raster picture, int maxWords) throws ProviderException {
        int chosen = 0;
        int highest = -1;
        for (int sample = 0; sample < candidates; sample++) {
            Layer text = new Layer.Prose(describer.describe(picture, maxWords, sample));
            int score = critic.judge(picture, generator.generate(List.of(text), picture.size()).picture());
            if (score > highest) {
                highest = score;
                chosen = sample;
            }
        }
        return chosen;
    }
}
