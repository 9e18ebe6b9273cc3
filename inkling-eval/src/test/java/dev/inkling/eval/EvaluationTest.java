package dev.inkling.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.eval.metrics.Metric;
import dev.inkling.eval.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    private static final Evaluation.Listener SILENT = new Evaluation.Listener() {
        @Override
        public void done() {}

        @Override
        public void skipped() {}
    };

    @TempDir
    private Path temporary;

    private final GrayCodec codec = new GrayCodec("gray");
    private Path pictures;
    private Path out;

    @BeforeEach
    void writePictures() throws IOException {
        pictures = TestPictures.folder(temporary.resolve("pictures"), 3);
        out = temporary.resolve("out");
    }

    @Test
    void measuresTheFilesOnDisk() throws IOException {
        List<Measurement> measurements = run(plan(List.of(10, 20), true));

        assertThat(measurements).hasSize(6).allMatch(Measurement::complete);
        for (Measurement one : measurements) {
            Path file = out.resolve("files/gray/" + one.maxBytes() + "/" + one.picture() + ".gray");
            assertThat(file).hasSize(one.bytes());
            assertThat(one.bpp()).isEqualTo(8.0 * one.bytes() / (48 * 32));
            assertThat(one.microBpp()).isEqualTo(1e6 * one.bpp());
            assertThat(one.metrics().get("psnr")).isBetween(5.0, 15.0);
        }
        assertThat(measurements).extracting(Measurement::picture)
                .containsExactly("01.png", "01.png", "02.png", "02.png", "03.png", "03.png");
    }

    @Test
    void leavesNoFilesUnlessAsked() throws IOException {
        run(plan(List.of(10), false));

        assertThat(out.resolve("files")).doesNotExist();
        try (var work = Files.list(out.resolve(".work"))) {
            assertThat(work).extracting(path -> path.getFileName().toString())
                    .containsExactlyInAnyOrder("measurements.jsonl", "gallery");
        }
    }

    @Test
    void doesNothingTwice() throws IOException {
        List<Measurement> first = run(plan(List.of(10, 20), true));
        List<Measurement> second = run(plan(List.of(10, 20), true));
        run(plan(List.of(10, 20, 30), true));

        assertThat(codec.encodings).hasValue(9);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void doesAgainWhatAnInterruptionCutShort() throws IOException {
        List<Measurement> first = run(plan(List.of(10), true));
        Path journal = out.resolve(".work/measurements.jsonl");
        byte[] whole = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(whole, whole.length - 40));
        List<Measurement> second = run(plan(List.of(10), true));

        assertThat(codec.encodings).hasValue(4);
        assertThat(second).extracting(Measurement::bytes).isEqualTo(first.stream().map(Measurement::bytes).toList());
        assertThat(second).extracting(Measurement::metrics)
                .isEqualTo(first.stream().map(Measurement::metrics).toList());
    }

    @Test
    void doesAgainWhatHasChangedOrIsMissing() throws IOException {
        run(plan(List.of(10), true));
        Files.write(pictures.resolve("02.png"), Files.readAllBytes(pictures.resolve("03.png")));
        Files.write(out.resolve("files/gray/10/01.png.gray"), new byte[1], StandardOpenOption.APPEND);
        run(plan(List.of(10), true));

        assertThat(codec.encodings).hasValue(5);
    }

    @Test
    void failuresAreMeasurementsAndAreTriedAgain() throws IOException {
        Plan plan = new Plan(
                PictureSet.read(pictures), List.of(codec), List.of(10), List.of(metric("psnr"), metric("ms-ssim")), false,
                1, null);
        List<Measurement> first = run(plan);
        run(plan);

        assertThat(first).allSatisfy(one -> {
            assertThat(one.failure()).startsWith("ms-ssim: size 48x32 is too small");
            assertThat(one.metrics()).containsOnlyKeys("psnr");
            assertThat(one.bytes()).isEqualTo(10);
        });
        assertThat(codec.encodings).hasValue(6);
    }

    @Test
    void decodesAsOftenAsAsked() throws IOException {
        List<Measurement> measurements = run(new Plan(
                PictureSet.read(pictures), List.of(new UnsteadyCodec()), List.of(10), List.of(metric("psnr")), false, 3,
                null));
        Measurement once = run(plan(List.of(10), false)).get(0);
        Measurement steady = run(new Plan(
                PictureSet.read(pictures), List.of(codec), List.of(10), List.of(metric("psnr")), false, 3, null)).get(0);

        assertThat(measurements).allSatisfy(one -> assertThat(one.deviations().get("psnr")).isBetween(0.5, 20.0));
        assertThat(once.deviations()).isEmpty();
        assertThat(steady.deviations()).containsExactly(Map.entry("psnr", 0.0));
        assertThat(steady.metrics()).isEqualTo(once.metrics());
    }

    @Test
    void comparesWholeSets() throws IOException {
        MeanColour embedder = new MeanColour();
        Plan plan = new Plan(
                PictureSet.read(pictures), List.of(codec), List.of(10), List.of(metric("psnr")), false, 1, embedder);

        List<SetDistanceRow> rows = distances(plan);
        List<SetDistanceRow> again = distances(plan);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.embedder()).isEqualTo("mean colour");
            assertThat(row.pictures()).isEqualTo(3);
            assertThat(row.frechet()).isPositive();
        });
        assertThat(again).isEqualTo(rows);
        assertThat(embedder.calls).hasValue(6);
        assertThat(codec.encodings).hasValue(3);
        assertThat(distances(plan(List.of(10), false))).isEmpty();
    }

    private List<SetDistanceRow> distances(Plan plan) throws IOException {
        try (ResultFolder folder = ResultFolder.open(out)) {
            return SetDistanceRow.all(plan, new Evaluation(plan, folder, SILENT).run(2), folder);
        }
    }

    @Test
    void aPictureThatIsGoneFailsAlone() throws IOException {
        Plan plan = plan(List.of(10), false);
        Files.delete(pictures.resolve("02.png"));

        assertThat(run(plan)).extracting(Measurement::complete).containsExactly(true, false, true);
    }

    @Test
    void saysHowFarItIs() throws IOException {
        AtomicInteger done = new AtomicInteger();
        AtomicInteger skipped = new AtomicInteger();
        Evaluation.Listener listener = new Evaluation.Listener() {
            @Override
            public void done() {
                done.incrementAndGet();
            }

            @Override
            public void skipped() {
                skipped.incrementAndGet();
            }
        };
        run(plan(List.of(10), false));
        try (ResultFolder folder = ResultFolder.open(out)) {
            new Evaluation(plan(List.of(10, 20), false), folder, listener).run(2);
        }

        assertThat(done).hasValue(3);
        assertThat(skipped).hasValue(3);
    }

    private Plan plan(List<Integer> budgets, boolean keep) throws IOException {
        return new Plan(PictureSet.read(pictures), List.of(codec), budgets, List.of(metric("psnr")), keep, 1, null);
    }

    private static Metric metric(String name) throws IOException {
        return Metrics.named(name, Map.of());
    }

    private List<Measurement> run(Plan plan) throws IOException {
        try (ResultFolder folder = ResultFolder.open(out)) {
            return new Evaluation(plan, folder, SILENT).run(2).stream().map(Trial.Outcome::measurement).toList();
        }
    }
}
