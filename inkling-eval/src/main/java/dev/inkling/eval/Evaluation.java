package dev.inkling.eval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Carries out a plan, several pictures at a time. What the folder remembers is not done again. */
public final class Evaluation {
    private final Plan plan;
    private final Trial trial;
    private final Listener listener;

    /** Hears of each measurement, from several threads. */
    public interface Listener {
        /** One more is measured. */
        void done();

        /** One more was known already. */
        void skipped();
    }

    public Evaluation(Plan plan, ResultFolder folder, Listener listener) throws IOException {
        this.plan = plan;
        this.trial = new Trial(plan, folder, Plan.code());
        this.listener = listener;
    }

    /**
     * Measures everything. A codec, metric or picture that fails is a measurement that says so.
     *
     * @param threads how many pictures at a time
     * @return by picture, codec and budget, in the order of the plan
     * @throws IOException when the folder cannot be written
     */
    public List<Trial.Outcome> run(int threads) throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<Trial.Outcome>>> futures = new ArrayList<>();
            for (SourcePicture picture : plan.pictures()) {
                plan.codecs().forEach(codec -> futures.add(
                        executor.submit(() -> trial.run(picture, codec, listener))));
            }
            return collect(futures);
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<Trial.Outcome> collect(List<Future<List<Trial.Outcome>>> futures) throws IOException {
        List<Trial.Outcome> outcomes = new ArrayList<>();
        try {
            for (Future<List<Trial.Outcome>> future : futures) {
                outcomes.addAll(future.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted; run it again to go on", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("a worker failed: " + e.getCause(), e);
        }
        return outcomes;
    }
}
