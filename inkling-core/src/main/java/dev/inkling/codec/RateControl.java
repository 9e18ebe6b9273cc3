package dev.inkling.codec;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.bitstream.BitstreamWriter.Written;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the rung of a {@link Ladder} whose reconstruction is nearest to the source among those that fit a budget. The
 * ladder is cut into blocks at fixed places; the rungs of the highest block that begins within the budget are all coded,
 * and the last of the block below, and the highest few that fit are compared. So a larger budget chooses among the same
 * rungs and higher ones.
 */
final class RateControl {
    private static final int BLOCK = 4;
    private static final int RUNGS_BELOW = 7;

    /**
     * Neighbouring rungs differ by tenths of a decibel in no order, so a larger budget would often do worse with few of
     * them; among eight the best is no longer left behind.
     */
    private static final int COMPARED = 8;

    private static final int GENERATED = 3;

    private final View view;
    private final Generator generator;
    private final List<Rung> ladder;
    private final BitstreamWriter prefix;
    private final Trial[] trials;

    /**
     * @param prefix the file so far; the picture layer is added to copies of it
     */
    RateControl(View view, List<Rung> ladder, Generator generator, BitstreamWriter prefix) {
        this.view = view;
        this.generator = generator;
        this.prefix = prefix;
        this.ladder = ladder;
        this.trials = new Trial[ladder.size()];
    }

    /** One rung, coded. */
    private record Trial(Written file, Layer.Picture layer) {
        int bytes() {
            return file.bytes().remaining();
        }
    }

    /** Length of the smallest file there is, in bytes. */
    int smallest() {
        return trial(0).bytes();
    }

    /**
     * The best file of at most {@code limit} bytes, which must be no less than {@link #smallest}.
     *
     * @throws ProviderException when the generator fails
     */
    Written best(int limit) throws ProviderException {
        int start = highestBlock(limit) * BLOCK;
        int first = Math.max(0, start - RUNGS_BELOW);
        int end = Math.min(ladder.size(), start + BLOCK);
        IntStream.range(first, end).parallel().forEach(this::trial);
        List<Trial> fitting = IntStream.range(first, end)
                .mapToObj(this::trial)
                .filter(trial -> trial.bytes() <= limit)
                .toList();
        return nearest(fitting.subList(Math.max(0, fitting.size() - COMPARED), fitting.size()));
    }

    /** The nearest through the generator of those that are nearest without it, since generators take their time. */
    private Written nearest(List<Trial> candidates) throws ProviderException {
        List<Trial> promising = candidates.parallelStream()
                .map(trial -> new Judged(trial, view.error(enlarged(trial))))
                .sorted(Comparator.comparingDouble(Judged::error))
                .limit(GENERATED)
                .map(Judged::trial)
                .toList();
        Trial best = promising.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (Trial trial : promising) {
            double error = view.error(
                    generator.generate(List.of(trial.layer), view.size()).picture());
            if (error < least) {
                least = error;
                best = trial;
            }
        }
        return best.file;
    }

    private record Judged(Trial trial, double error) {}

    private Raster enlarged(Trial trial) {
        return Resampler.resize(trial.layer.tiny(), view.size(), Resampler.Kernel.CUBIC);
    }

    /** The last block whose first rung fits. Guesses from the scores, then closes in. */
    private int highestBlock(int limit) {
        int low = 0;
        int high = (ladder.size() + BLOCK - 1) / BLOCK;
        while (high - low > 1) {
            int known = low * BLOCK;
            double room = StrictMath.log((double) limit / trial(known).bytes()) / StrictMath.log(2);
            int guess = low + 1;
            while (guess + 1 < high && ladder.get((guess + 1) * BLOCK).score() <= ladder.get(known).score() + room) {
                guess++;
            }
            if (trial(guess * BLOCK).bytes() <= limit) {
                low = guess;
            } else {
                high = guess;
            }
        }
        return low;
    }

    /** Codes a rung once. Two threads may do so at the same time for different rungs, and each fills its own slot. */
    private Trial trial(int i) {
        if (trials[i] == null) {
            Rung rung = ladder.get(i);
            BitstreamWriter writer = prefix.fork();
            Layer.Picture layer =
                    writer.picture(view.tiny(rung.sizeIndex()), rung.sizeIndex(), rung.step(), rung.thrift());
            trials[i] = new Trial(writer.finish(), layer);
        }
        return trials[i];
    }
}
