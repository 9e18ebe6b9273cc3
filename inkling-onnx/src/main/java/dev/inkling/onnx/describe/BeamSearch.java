package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.describe.TextDecoder.Next;
import dev.inkling.onnx.describe.TextDecoder.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds a probable text: follows the best few beginnings, token by token, and sets aside those that end. With one beam it
 * takes the most probable token each time. Scores, ends and ties are those of the generation that most published models
 * were tuned with (Wolf et al. 2020, arXiv 1910.03771). Not thread-safe.
 */
final class BeamSearch {
    private final TextDecoder decoder;
    private final CaptionRules rules;
    private final List<Text> whole = new ArrayList<>();

    BeamSearch(TextDecoder decoder, CaptionRules rules) {
        this.decoder = decoder;
        this.rules = rules;
    }

    /** A text, without the tokens around it, and its score: larger is better. */
    private record Text(List<Long> tokens, double score) {}

    /** A beginning, what may follow it, and the logarithm of its probability. */
    private record Beam(Next next, double score) {}

    /** A beginning with one more token. */
    private record Step(Beam beam, long token, double score) {}

    /**
     * The tokens of the text, without those before and after it.
     *
     * @param picture what the encoder made of the picture
     */
    List<Long> run(Tensor picture) throws ProviderException {
        List<Beam> beams = List.of(begin(picture));
        int length = rules.begin().size();
        while (!beams.isEmpty()) {
            List<Step> steps = steps(beams);
            length++;
            List<Step> kept = keep(steps);
            if (isDone(kept, length)) {
                return best(List.of());
            }
            if (length >= rules.maxTokens()) {
                return best(kept);
            }
            beams = followed(kept);
        }
        return best(List.of());
    }

    private Beam begin(Tensor picture) throws ProviderException {
        Next next = null;
        for (long token : rules.begin()) {
            next = decoder.next(next == null ? State.begin(picture) : next.state(), token);
        }
        if (next == null) {
            throw new IllegalArgumentException("no token to begin with");
        }
        return new Beam(next, 0);
    }

    /** The best ways to go on, twice as many as beams, so that enough are left when half of them end. */
    private List<Step> steps(List<Beam> beams) {
        List<Step> steps = new ArrayList<>();
        int count = 2 * rules.beams();
        for (Beam beam : beams) {
            LogProbabilities scores = beam.next().scores();
            Set<Long> repeats = repeats(beam.next().state().tokens());
            scores.best(count + repeats.size()).stream()
                    .filter(token -> !repeats.contains(token))
                    .limit(count)
                    .forEach(token -> steps.add(new Step(beam, token, beam.score() + scores.of(token))));
        }
        steps.sort(Comparator.comparingDouble(step -> -step.score()));
        return steps.subList(0, Math.min(count, steps.size()));
    }

    /** The tokens that would say again what was said: as many in a row as may not come twice. */
    private Set<Long> repeats(List<Long> tokens) {
        Set<Long> repeats = new HashSet<>();
        int before = rules.noRepeat() - 1;
        if (before < 0 || tokens.size() < before) {
            return repeats;
        }
        List<Long> last = tokens.subList(tokens.size() - before, tokens.size());
        for (int i = 0; i + before < tokens.size(); i++) {
            if (tokens.subList(i, i + before).equals(last)) {
                repeats.add(tokens.get(i + before));
            }
        }
        return repeats;
    }

    /** Sets aside the steps that end a text, and returns the best others, as many as beams. */
    private List<Step> keep(List<Step> steps) {
        List<Step> kept = new ArrayList<>();
        for (int rank = 0; rank < steps.size() && kept.size() < rules.beams(); rank++) {
            Step step = steps.get(rank);
            if (!rules.ends().contains(step.token())) {
                kept.add(step);
            } else if (rank < rules.beams()) {
                whole.add(text(step, said(step.beam())));
                whole.sort(Comparator.comparingDouble(text -> -text.score()));
                whole.subList(Math.min(whole.size(), rules.beams()), whole.size()).clear();
            }
        }
        return kept;
    }

    private boolean isDone(List<Step> kept, int length) {
        if (whole.size() < rules.beams() || kept.isEmpty()) {
            return kept.isEmpty();
        }
        double attainable = score(kept.get(0).score(), length - rules.begin().size());
        return rules.beams() == 1 || rules.stopsEarly() || whole.get(whole.size() - 1).score() >= attainable;
    }

    private List<Beam> followed(List<Step> kept) throws ProviderException {
        List<Beam> beams = new ArrayList<>();
        for (Step step : kept) {
            beams.add(new Beam(decoder.next(step.beam().next().state(), step.token()), step.score()));
        }
        return beams;
    }

    /** The best whole text, or of those that may go no further. */
    private List<Long> best(List<Step> unfinished) {
        List<Text> texts = new ArrayList<>(whole);
        for (Step step : unfinished) {
            List<Long> tokens = new ArrayList<>(said(step.beam()));
            tokens.add(step.token());
            texts.add(text(step, tokens));
        }
        return texts.stream().max(Comparator.comparingDouble(Text::score)).map(Text::tokens).orElse(List.of());
    }

    private List<Long> said(Beam beam) {
        List<Long> tokens = beam.next().state().tokens();
        return tokens.subList(rules.begin().size(), tokens.size());
    }

    /** The token that a step adds counts for the length, even where it is the end. */
    private Text text(Step step, List<Long> tokens) {
        return new Text(List.copyOf(tokens), score(step.score(), said(step.beam()).size() + 1));
    }

    private double score(double logProbability, int length) {
        return logProbability / Math.pow(length, rules.lengthPenalty());
    }
}
