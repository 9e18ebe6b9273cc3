package dev.inkling.openai.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerCacheTest {
    @TempDir
    private Path folder;

    private static Question question(int n) {
        return Question.of("https://a", "chat", new byte[] {(byte) n}, 0);
    }

    @Test
    void whatWasKeptIsFoundByAnotherProcess() throws IOException {
        new AnswerCache(folder, 1000).keep(question(1), new byte[] {1, 2, 3});

        assertThat(new AnswerCache(folder, 1000).find(question(1))).hasValue(new byte[] {1, 2, 3});
        assertThat(new AnswerCache(folder, 1000).find(question(2))).isEmpty();
        assertThat(new AnswerCache(folder.resolve("missing"), 1000).find(question(1))).isEmpty();
    }

    @Test
    void eachPartOfAQuestionCounts() {
        byte[] a = {97};
        Set<String> hashes = new HashSet<>();
        hashes.add(Question.of("s", "t", a, 0).hash());
        hashes.add(Question.of("s", "t", new byte[] {98}, 0).hash());
        hashes.add(Question.of("sx", "t", a, 0).hash());
        hashes.add(Question.of("s", "xt", a, 0).hash());
        hashes.add(Question.of("s", "t", a, 1).hash());
        hashes.add(Question.of("", "st", a, 0).hash());

        assertThat(hashes).hasSize(6);
    }

    @Test
    void theOldestGoWhenThereAreTooMany() throws Exception {
        AnswerCache cache = new AnswerCache(folder, 1000);
        for (int n = 0; n < 20; n++) {
            cache.keep(question(n), new byte[100]);
            Thread.sleep(5);
            cache.find(question(0));
        }

        assertThat(cache.contents().bytes()).isBetween(500L, 1000L);
        assertThat(cache.find(question(0))).as("used all the time").isPresent();
        assertThat(cache.find(question(1))).isEmpty();
        assertThat(cache.find(question(19))).isPresent();
    }

    @Test
    void clearingLeavesWhatIsNotOurs() throws IOException {
        AnswerCache cache = new AnswerCache(folder, 1000);
        cache.keep(question(1), new byte[10]);
        Path mine = Files.writeString(folder.resolve("diary.txt"), "mine");

        assertThat(cache.clear()).isEqualTo(new AnswerCache.Contents(1, 10));
        assertThat(cache.contents()).isEqualTo(new AnswerCache.Contents(0, 0));
        assertThat(mine).exists();
    }
}
