package dev.inkling.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works through the items of a batch; a failure does not stop the rest.
 *
 * @param step     what is done with each
 * @param record   what earlier runs did
 * @param tally    what this run does
 * @param progress shows how far it is
 * @param redo     whether to do again what is done
 */
record BatchRun(BatchStep step, BatchRecord record, BatchTally tally, Progress progress, boolean redo) {
    void run(List<BatchItem> items, int threads) throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> futures = new ArrayList<>();
            items.forEach(item -> futures.add(executor.submit(() -> process(item))));
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted; run it again to go on", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed: " + e.getCause(), e);
        } finally {
            executor.shutdownNow();
        }
    }

    private void process(BatchItem item) {
        try {
            if (!redo && record.isDone(item)) {
                tally.skipped();
                progress.skipped();
                return;
            }
            if (item.output().getParent() != null) {
                Files.createDirectories(item.output().getParent());
            }
            BatchStep.Made made = step.make(item);
            record.add(item);
            tally.made(made);
        } catch (IOException | RuntimeException e) {
            // One picture's failure, whatever it is, must not keep the others from being done.
            tally.failed(Failure.of(e, item.name()));
        } catch (OutOfMemoryError e) {
            tally.failed(new Failure(ExitCode.INTERNAL, item.name(), "not enough memory; fewer --threads need less"));
        }
        progress.done();
    }
}
