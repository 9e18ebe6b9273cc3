package dev.inkling.codec;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the way to code the picture layer whose reconstruction is nearest to the source among those that fit a budget.
 *
 * <p>First without the generator: the {@link Ladder} is cut into blocks at fixed places; the rungs of the highest block
 * that begins within the budget are all coded, and the last ones of the block below. The best of them, and the best of
 * another size, are then made finer as long as they fit. So a larger budget chooses among the same rungs and higher
 * ones. Then, with more effort than 1, through the generator: other sizes, as fine as fits, compete with the best.
 */
final class RateControl {
    private static final int BLOCK = 4;

    /**
     * Neighbouring rungs differ by tenths of a decibel in no order, so a larger budget would often do worse with few of
     * them.
     */
    private static final int RUNGS_BELOW = 5;

    /** How many sizes are made finer. */
    private static final int SIZES = 2;

    /** Ratio of neighbouring sizes that are looked at through the generator: 2^(1/6). */
    private static final double SIZE_RATIO = 1.122;

    private final View view;
    private final Generator generator;
    private final List<Rung> ladder;
    private final BitstreamWriter prefix;
    private final Consumer<EncodeStage> stages;
    private final Map<Integer, Trial> trials = new ConcurrentHashMap<>();

    /**
     * @param prefix the file so far; the picture layer is added to copies of it
     * @param stages hears when the generator comes into play
     */
    RateControl(
            View view, List<Rung> ladder, Generator generator, BitstreamWriter prefix, Consumer<EncodeStage> stages) {
        this.view = view;
        this.generator = generator;
        this.prefix = prefix;
        this.stages = stages;
        this.ladder = ladder;
    }

    /** One rung, coded: the file so far, which takes so many bytes when it ends here. */
    private record Trial(Rung rung, BitstreamWriter file, int bytes, Layer.Picture layer) {}

    /** A trial and its error without the generator. */
    private record Judged(Trial trial, double error) {}

    /** Length of the smallest file there is, in bytes. */
    int smallest() {
        return trial(ladder.get(0)).bytes();
    }

    /**
     * The best file of at most {@code limit} bytes, which must be no less than {@link #smallest}; other layers may follow.
     *
     * @param effort how many sizes are looked at through the generator; at 1 the generator is not asked
     * @throws ProviderException when the generator fails
     */
    BitstreamWriter best(int limit, int effort) throws ProviderException {
        int start = highestBlock(limit) * BLOCK;
        List<Rung> rungs = ladder.subList(Math.max(0, start - RUNGS_BELOW), Math.min(ladder.size(), start + BLOCK));
        List<Judged> judged = judge(rungs.parallelStream().map(this::trial).filter(trial -> trial.bytes() <= limit));
        List<Integer> sizes = judged.stream().map(j -> j.trial.rung.sizeIndex()).distinct().limit(SIZES).toList();
        Stream<Trial> finer = sizes.parallelStream().flatMap(size -> finer(size, judged, limit).stream());
        List<Judged> best = judge(Stream.concat(judged.stream().map(Judged::trial), finer.toList().stream()));
        Trial nearest = best.get(0).trial;
        return effort == 1 ? nearest.file : mostAlike(withOtherSizes(nearest, limit, effort)).file;
    }

    /** Trials with their errors, smallest error first. */
    private List<Judged> judge(Stream<Trial> candidates) {
        return candidates.toList().parallelStream()
                .map(trial -> new Judged(trial, view.error(enlarged(trial))))
                .sorted(Comparator.comparingDouble(Judged::error))
                .toList();
    }

    private Raster enlarged(Trial trial) {
        return Resampler.resize(trial.layer.tiny(), view.size(), Resampler.Kernel.CUBIC);
    }

    /** The trials of one size that are finer than all candidates of that size and still fit. */
    private List<Trial> finer(int sizeIndex, List<Judged> candidates, int limit) {
        Rung rung = candidates.stream()
                .map(candidate -> candidate.trial.rung)
                .filter(candidate -> candidate.sizeIndex() == sizeIndex)
                .max(Comparator.comparingDouble(Rung::score))
                .orElseThrow();
        List<Trial> finer = new ArrayList<>();
        while (!rung.isFinest()) {
            rung = rung.finer();
            Trial trial = trial(rung);
            if (trial.bytes() > limit) {
                break;
            }
            finer.add(trial);
        }
        return finer;
    }

    /** The best trial so far, and those of other sizes around it that use as much of the budget. */
    private List<Trial> withOtherSizes(Trial nearest, int limit, int effort) {
        int middle = nearest.rung.sizeIndex();
        double score = nearest.rung.score();
        List<Trial> others = IntStream.rangeClosed(-effort / 2, (effort - 1) / 2)
                .map(k -> BitstreamWriter.nearestTinySize(longSide(middle) * StrictMath.pow(SIZE_RATIO, k)))
                .distinct()
                .filter(size -> size != middle)
                .parallel()
                .mapToObj(size -> finest(Ladder.nearest(view.source(), size, score), limit))
                .flatMap(Optional::stream)
                .toList();
        return Stream.concat(Stream.of(nearest), others.stream()).toList();
    }

    private int longSide(int sizeIndex) {
        return BitstreamWriter.tinySize(view.source(), sizeIndex).longSide();
    }

    /** The finest way to code a size that fits, found by half steps from where it is expected; none when none fits. */
    private Optional<Trial> finest(Rung expected, int limit) {
        Rung rung = expected;
        while (trial(rung).bytes() > limit) {
            if (rung.isCoarsest()) {
                return Optional.empty();
            }
            rung = rung.coarser();
        }
        while (!rung.isFinest() && trial(rung.finer()).bytes() <= limit) {
            rung = rung.finer();
        }
        return Optional.of(trial(rung));
    }

    /** The trial that looks most like the source through the generator. */
    private Trial mostAlike(List<Trial> candidates) throws ProviderException {
        stages.accept(EncodeStage.GENERATOR);
        Trial best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (Trial candidate : candidates) {
            double likeness = view.likeness(
                    generator.generate(List.of(candidate.layer), view.generatedSize()).picture());
            if (likeness > highest) {
                highest = likeness;
                best = candidate;
            }
        }
        return Objects.requireNonNull(best);
    }

    /** The last block whose first rung fits. Guesses from the scores, then closes in. */
    private int highestBlock(int limit) {
        int low = 0;
        int high = (ladder.size() + BLOCK - 1) / BLOCK;
        while (high - low > 1) {
            int known = low * BLOCK;
            double room = StrictMath.log((double) limit / trial(ladder.get(known)).bytes()) / StrictMath.log(2);
            int guess = low + 1;
            while (guess + 1 < high && ladder.get((guess + 1) * BLOCK).score() <= ladder.get(known).score() + room) {
                guess++;
            }
            // The next block is tried at the same time: where the guess is right, that settles it.
            int next = Math.min(guess + 1, high - 1);
            IntStream.rangeClosed(guess, next).parallel().forEach(block -> trial(ladder.get(block * BLOCK)));
            for (int block = guess; block <= next && block < high; block++) {
                if (trial(ladder.get(block * BLOCK)).bytes() <= limit) {
                    low = block;
                } else {
                    high = block;
                }
            }
        }
        return low;
    }

    /** Codes a rung, unless that is done. */
    private Trial trial(Rung rung) {
        return trials.computeIfAbsent(rung.code(), code -> {
            BitstreamWriter writer = prefix.fork();
            int size = rung.sizeIndex();
            Layer.Picture layer = writer.picture(view.tiny(size), size, rung.step(), rung.thrift());
            return new Trial(rung, writer, writer.finish().bytes().remaining(), layer);
        });
    }
}
