package dev.inkling.openai.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    private static final Configuration.Flags NONE = new Configuration.Flags(null, null);
    private static final String KEY = "sk-secret-77777777";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    private Configuration configuration(String yaml, Configuration.Flags flags) throws IOException {
        environment.put("XDG_CONFIG_HOME", folder.toString());
        environment.put("HOME", folder.toString());
        Path file = Configuration.file(environment);
        Files.createDirectories(file.getParent());
        Files.writeString(file, yaml);
        return Configuration.of(flags, environment);
    }

    @Test
    void withoutAnythingOpenAiIsMeant() throws IOException {
        Configuration configuration = configuration("", NONE);

        assertThat(configuration.openAi().endpoint().name()).isEqualTo("api.openai.com");
        assertThat(configuration.openAi().endpoint().key()).isNull();
        assertThat(configuration.a1111().endpoint().base()).hasToString("http://127.0.0.1:7860");
        assertThat(configuration.cache()).isEqualTo(folder.resolve(".cache/inkling/answers"));
        assertThat(configuration.openAi().prices().isFree()).isFalse();
    }

    @Test
    void flagsComeBeforeTheEnvironmentBeforeTheFile() throws IOException {
        String yaml = "openai: {base-url: 'http://127.0.0.1:1/v1', key: " + KEY + "}";

        assertThat(configuration(yaml, NONE).openAi().endpoint().base()).hasPort(1);
        environment.put("OPENAI_BASE_URL", "http://127.0.0.1:2/v1/");
        assertThat(configuration(yaml, NONE).openAi().endpoint().base()).hasToString("http://127.0.0.1:2/v1");
        assertThat(configuration(yaml, new Configuration.Flags("localhost:3/v1", "localhost:4")).openAi().endpoint().base())
                .hasToString("http://localhost:3/v1");
        environment.put("OPENAI_BASE_URL", "");
        assertThat(configuration(yaml, NONE).openAi().endpoint().base()).hasPort(1);
    }

    @Test
    void everySettingIsRead() throws IOException {
        Configuration configuration = configuration("""
                openai:
                  base-url: http://127.0.0.1:8000/v1
                  vision-model: qwen2.5vl:7b
                  image-model: flux
                  quality: low
                  detail: low
                  max-tokens: 500
                  organization: org-1
                  project: proj-1
                  headers: {X-Mine: mine}
                  picture-hosts: [.example.org]
                  connect-seconds: 1
                  attempt-seconds: 2.5
                  total-seconds: 60
                  retries: 2
                  first-pause-seconds: 0.1
                  concurrency: 3
                  requests-per-minute: 30
                a1111: {base-url: 'http://127.0.0.1:7861', side: 512, steps: 8, guidance: 1.5, denoise: 0.4, sampler: Euler, seed: 5}
                cache: {folder: /tmp/answers, megabytes: 5}
                """, NONE);
        OpenAiSettings openAi = configuration.openAi();

        assertThat(openAi.visionModel()).isEqualTo("qwen2.5vl:7b");
        assertThat(openAi.imageModel()).isEqualTo("flux");
        assertThat(openAi.endpoint().headers()).containsOnlyKeys("X-Mine", "OpenAI-Organization", "OpenAI-Project");
        assertThat(openAi.limits().attempt()).isEqualTo(Duration.ofMillis(2500));
        assertThat(openAi.limits().perMinute()).isEqualTo(30);
        assertThat(openAi.pictureHosts()).containsExactly(".example.org");
        assertThat(openAi.prices().isFree()).as("a service of one's own").isTrue();
        assertThat(configuration.a1111().denoise()).isEqualTo(0.4);
        assertThat(configuration.cache()).isEqualTo(Path.of("/tmp/answers"));
        assertThat(configuration.cacheSize()).isEqualTo(5 << 20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "openai: {kee: x} | there is no setting openai.kee; known: attempt-seconds",
        "opanai: {} | there is no setting config.opanai; known: a1111, cache, openai",
        "openai: {retries: many} | openai.retries must be a number",
        "openai: {retries: 1.5} | openai.retries must be a whole number",
        "openai: {retries: 99} | retries must be 0 to 20, found 99",
        "openai: {quality: best} | quality must be one of auto, high, low, medium, found best",
        "openai: {key: [a]} | openai.key must be a text",
        "openai: 5 | openai must have settings below it",
        "openai: {base-url: 'ftp://x'} | is not an http or https address",
        "openai: {base-url: 'https://me:pw@x/v1'} | must not have a user",
        "a1111: {denoise: 2} | denoise must be 0.0 to 1.0",
        "- a | config must have settings below it"
    })
    void mistakesAreNamed(String yaml, String message) {
        assertThatThrownBy(() -> configuration(yaml, NONE))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "openai: {key: " + KEY + ", base-url: 'http://192.0.2.1/v1'}",
        "openai: {key: " + KEY + ", nothing: 1}",
        "openai: {key: '" + KEY + "",
        "openai: {key: '" + KEY + "\u00e9'}"
    })
    void mistakesNeverShowTheKey(String yaml) {
        assertThatThrownBy(() -> configuration(yaml, NONE))
                .isInstanceOf(FileSystemException.class)
                .satisfies(e -> assertThat(e.toString()).doesNotContain(KEY));
    }

    @Test
    void theKeyOfTheEnvironmentIsUsedAndNotShown() throws IOException {
        environment.put("OPENAI_API_KEY", " " + KEY + "\n");

        Configuration configuration = configuration("", NONE);

        assertThat(configuration.openAi().endpoint().key()).isNotNull();
        assertThat(configuration.toString()).doesNotContain(KEY);
    }
}
