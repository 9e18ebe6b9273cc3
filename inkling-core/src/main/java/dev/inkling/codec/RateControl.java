package dev.inkling.codec;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.bitstream.BitstreamWriter.Written;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the way to code the picture layer whose reconstruction is nearest to the source among those that fit a budget.
 * The {@link Ladder} is cut into blocks at fixed places; the rungs of the highest block that begins within the budget
 * are all coded, and the last ones of the block below. The best of them, and the best of another size, are then made
 * finer as long as they fit. So a larger budget chooses among the same rungs and higher ones.
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

    /** How many candidates the generator makes, since generators take their time. */
    private static final int GENERATED = 4;

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

    /** One rung, coded. */
    private record Trial(Rung rung, Written file, Layer.Picture layer) {
        int bytes() {
            return file.bytes().remaining();
        }
    }

    /** A trial and its error without the generator. */
    private record Judged(Trial trial, double error) {}

    /** Length of the smallest file there is, in bytes. */
    int smallest() {
        return trial(ladder.get(0)).bytes();
    }

    /**
     * The best file of at most {@code limit} bytes, which must be no less than {@link #smallest}.
     *
     * @throws ProviderException when the generator fails
     */
    Written best(int limit) throws ProviderException {
        int start = highestBlock(limit) * BLOCK;
        List<Rung> rungs = ladder.subList(Math.max(0, start - RUNGS_BELOW), Math.min(ladder.size(), start + BLOCK));
        List<Judged> judged = judge(rungs.parallelStream().map(this::trial).filter(trial -> trial.bytes() <= limit));
        List<Integer> sizes = judged.stream().map(j -> j.trial.rung.sizeIndex()).distinct().limit(SIZES).toList();
        Stream<Trial> finer = sizes.parallelStream().flatMap(size -> finer(size, judged, limit).stream());
        return nearest(judge(Stream.concat(judged.stream().map(Judged::trial), finer.toList().stream())));
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

    /** The candidate that is nearest through the generator among those that are nearest without it. */
    private Written nearest(List<Judged> candidates) throws ProviderException {
        stages.accept(EncodeStage.GENERATOR);
        try {
            return candidates.subList(0, Math.min(GENERATED, candidates.size())).parallelStream()
                    .map(candidate -> new Judged(candidate.trial, view.error(generated(candidate.trial))))
                    .min(Comparator.comparingDouble(Judged::error))
                    .orElseThrow()
                    .trial
                    .file;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ProviderException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private Raster generated(Trial trial) {
        try {
            return generator.generate(List.of(trial.layer), view.size()).picture();
        } catch (ProviderException e) {
            throw new UncheckedIOException(e);
        }
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
            return new Trial(rung, writer.finish(), layer);
        });
    }
}
