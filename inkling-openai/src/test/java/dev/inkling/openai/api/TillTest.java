package dev.inkling.openai.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.image.ImageSize;
import dev.inkling.openai.cost.AnswerCache;
import dev.inkling.openai.cost.CostLimitException;
import dev.inkling.openai.cost.Ledger;
import dev.inkling.openai.fake.FakeService;
import dev.inkling.openai.fake.Services;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked once is paid once. */
class TillTest {
    private static final ImageRequest IMAGE = new ImageRequest("a barn", new ImageSize(64, 64), 0);

    @TempDir
    private Path folder;

    private final FakeService service = new FakeService();
    private final OpenAiSettings settings = Services.settings(service.openAi());

    @AfterEach
    void stop() {
        service.close();
    }

    private OpenAiClient client(Ledger ledger) {
        return Services.openAi(settings, ledger, new AnswerCache(folder, 1 << 20));
    }

    @Test
    void anotherRunPaysNothing() throws Exception {
        var first = client(Services.ledger(settings, null)).generate(IMAGE);
        Ledger ledger = Services.ledger(settings, null);

        assertThat(client(ledger).generate(IMAGE)).isEqualTo(first);
        assertThat(service.requests()).hasSize(1);
        assertThat(ledger.bill().dollars()).isZero();
        assertThat(ledger.bill().kept()).isEqualTo(1);
    }

    @Test
    void anotherSampleIsAnotherQuestion() throws Exception {
        client(Services.ledger(settings, null)).generate(IMAGE);
        client(Services.ledger(settings, null)).generate(new ImageRequest("a barn", new ImageSize(64, 64), 1));

        assertThat(service.charges()).isEqualTo(2);
    }

    @Test
    void threadsThatAskTheSameWaitForOneAnswer() throws Exception {
        Ledger ledger = Services.ledger(settings, null);
        OpenAiClient client = client(ledger);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            all.add(threads.submit(() -> client.generate(IMAGE)));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();

        assertThat(service.requests()).hasSize(1);
        assertThat(ledger.bill().calls()).isEqualTo(1);
        assertThat(ledger.bill().kept()).isEqualTo(15);
    }

    @Test
    void withoutACacheEveryCallIsFresh() throws Exception {
        OpenAiClient client = Services.openAi(settings, Services.ledger(settings, null), null);
        client.generate(IMAGE);
        client.generate(IMAGE);

        assertThat(service.charges()).isEqualTo(2);
    }

    @Test
    void aDamagedAnswerIsAskedForAgain() throws Exception {
        client(Services.ledger(settings, null)).generate(IMAGE);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, "{".getBytes(StandardCharsets.UTF_8));
            }
        }

        client(Services.ledger(settings, null)).generate(IMAGE);
        assertThat(service.requests()).hasSize(2);
    }

    @Test
    void aCacheThatCannotBeWrittenLosesNoAnswer() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        OpenAiClient client =
                Services.openAi(settings, Services.ledger(settings, null), new AnswerCache(file, 1 << 20));

        assertThat(client.generate(IMAGE).size()).isEqualTo(new ImageSize(64, 64));
    }

    @Test
    void nothingIsSentThatCouldPassTheLimit() {
        assertThatThrownBy(() -> client(Services.ledger(settings, 0.01)).generate(IMAGE))
                .isInstanceOf(CostLimitException.class);
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void theCacheHoldsNoKey() throws Exception {
        client(Services.ledger(settings, null)).generate(IMAGE);

        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain(Services.KEY);
                assertThat(file.toString()).doesNotContain(Services.KEY);
            }
        }
    }
}
