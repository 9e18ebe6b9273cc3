package dev.inkling.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.eval.Evaluation;
import dev.inkling.eval.GrayCodec;
import dev.inkling.eval.PictureSet;
import dev.inkling.eval.Plan;
import dev.inkling.eval.ResultFolder;
import dev.inkling.eval.Results;
import dev.inkling.eval.Setup;
import dev.inkling.eval.TestPictures;
import dev.inkling.eval.Trial;
import dev.inkling.eval.metrics.Metrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    private Path temporary;

    private Path out;

    @BeforeEach
    void evaluate() throws IOException {
        out = temporary.resolve("out");
        Plan plan = new Plan(
                PictureSet.read(TestPictures.folder(temporary.resolve("pictures"), 4)),
                List.of(new GrayCodec("</script><b>"), new GrayCodec("other")), List.of(100, 200),
                List.of(Metrics.named("psnr", Map.of())), false, 1, null);
        try (ResultFolder folder = ResultFolder.open(out)) {
            List<Trial.Outcome> outcomes = new Evaluation(plan, folder, silent()).run(2);
            Results results = Results.of(
                    Setup.here("inkling eval", "1"), plan, List.of(),
                    outcomes.stream().map(Trial.Outcome::measurement).toList());
            new Report(results, plan, outcomes, folder).write();
        }
    }

    private static Evaluation.Listener silent() {
        return new Evaluation.Listener() {
            @Override
            public void done() {}

            @Override
            public void skipped() {}
        };
    }

    @Test
    void pageNeedsNothingElse() throws IOException {
        String page = Files.readString(out.resolve("report.html"));

        assertThat(page).doesNotContainPattern("(src|href)=\"(?!data:)").doesNotContain("http:", "https:", "@import");
        assertThat(page).doesNotContain("{{", "</script><b>");
        assertThat(page).contains("&lt;/script&gt;&lt;b&gt;");
        assertThat(page.split("</script>")).hasSize(4);
    }

    @Test
    void chartsArePictures() throws IOException {
        assertThat(ImageIO.read(out.resolve("chart-psnr.png").toFile()).getWidth()).isEqualTo(2 * ChartFrame.WIDTH);
    }

    @Test
    void aBrowserShowsAllPicturesAndSortsThem() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(CHROMIUM), "the program chromium is not installed");
        String dom = dumpedWith("""
                const sort = document.getElementById("sort");
                const budget = document.getElementById("budget");
                budget.value = "";
                sort.value = "metric:psnr";
                sort.dispatchEvent(new Event("input", { bubbles: true }));
                const slider = document.querySelector(".pair input");
                slider.value = 25;
                slider.dispatchEvent(new Event("input"));
                document.title = getComputedStyle(document.querySelector(".pair .source")).clipPath;
                """);

        List<Double> psnr = new ArrayList<>();
        Pattern.compile("<p>psnr ([0-9.]+)</p>").matcher(dom).results()
                .map((MatchResult match) -> Double.valueOf(match.group(1)))
                .forEach(psnr::add);
        assertThat(psnr).hasSize(16).isSorted();
        assertThat(dom).contains("<output id=\"shown\">16 shown</output>");
        assertThat(dom).contains("<title>inset(0px 75% 0px 0px)</title>");
    }

    /** What the page becomes in a browser after some more script. */
    private String dumpedWith(String script) throws IOException, InterruptedException {
        Path page = out.resolve("tried.html");
        Files.writeString(page, Files.readString(out.resolve("report.html"))
                .replace("</body>", "<script>" + script + "</script></body>"));
        Process chromium = new ProcessBuilder(
                CHROMIUM.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + temporary.resolve("profile"), "--dump-dom", page.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String dom = new String(chromium.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        chromium.waitFor();
        return dom;
    }
}
