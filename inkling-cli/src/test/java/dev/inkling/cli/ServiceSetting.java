package dev.inkling.cli;

import dev.inkling.openai.fake.FakeService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A user's set-up that points to the fake service: a configuration with prices, a key in the environment, folders of its
 * own.
 */
record ServiceSetting(FakeService service, Path folder) {
    static final String KEY = "sk-cli-91c2d7e4f0a8b635";

    /** @param retries attempts after the first */
    static ServiceSetting in(Path folder, FakeService service, int retries) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config").resolve("inkling"));
        Path prices = config.resolve("prices.json");
        Files.writeString(prices, """
                {"date": "2026-11-01", "models": {
                  "fake-vision": {"textIn": 2.5, "textOut": 10}, "gpt-image-2": {"textIn": 5, "imageIn": 8, "imageOut": 30}}}
                """);
        Files.writeString(config.resolve("config.yaml"), """
                openai:
                  base-url: %s
                  vision-model: fake-vision
                  image-model: gpt-image-2
                  prices: %s
                  retries: %d
                  first-pause-seconds: 0.005
                a1111: {base-url: '%s', side: 256, retries: %d, first-pause-seconds: 0.005}
                """.formatted(service.openAi(), prices, retries, service.root(), retries));
        return new ServiceSetting(service, folder);
    }

    Map<String, String> environment() {
        return Map.of(
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                "HOME", folder.toString(),
                "OPENAI_API_KEY", KEY);
    }

    CommandRun run(String... args) {
        return CommandRun.withServices(environment(), args);
    }

    /** All files below the folder that have the key in them, the configuration aside. */
    List<Path> filesWithTheKey() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).filter(ServiceSetting::hasTheKey).toList();
        }
    }

    private static boolean hasTheKey(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(KEY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
