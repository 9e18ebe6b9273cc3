package dev.inkling.onnx.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.ProviderException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @TempDir
    private Path folder;

    private ModelStore store;

    @BeforeEach
    void open() {
        store = ModelStore.of(Map.of("INKLING_MODELS", folder.resolve("store").toString()));
    }

    private Path put(String name, String... files) throws IOException {
        Path model = Files.createDirectories(store.folder(new ModelName(name)));
        new ModelLock("hf:" + name, "", List.of(files).stream()
                        .map(file -> new ModelLock.Entry(file, 5, HASH))
                        .toList())
                .write(model);
        return model;
    }

    @Test
    void isWhereTheUserWantsIt() {
        assertThat(ModelStore.of(Map.of("HOME", "/home/a")).folder()).isEqualTo(Path.of("/home/a/.cache/inkling/models"));
        assertThat(ModelStore.of(Map.of("HOME", "/home/a", "XDG_CACHE_HOME", "/c")).folder())
                .isEqualTo(Path.of("/c/inkling/models"));
        assertThat(ModelStore.of(Map.of("INKLING_MODELS", "/m", "XDG_CACHE_HOME", "/c")).folder())
                .isEqualTo(Path.of("/m"));
    }

    @Test
    void hasTheModelsThatWerePut() throws IOException {
        assertThat(store.names()).isEmpty();
        put("owner/b", "config.json");
        put("a", "model.onnx");
        Files.createDirectory(store.folder().resolve(".half"));

        assertThat(store.names()).extracting(ModelName::value).containsExactly("a", "owner/b");
        assertThat(store.lock(new ModelName("owner/b")))
                .isEqualTo(new ModelLock("hf:owner/b", "", List.of(new ModelLock.Entry("config.json", 5, HASH))));
    }

    @Test
    void resolvesNames() throws IOException {
        Path clip = put("owner/clip", "config.json", "onnx/model.onnx");
        assertThat(store.resolve("owner/clip")).isEqualTo(clip);
        assertThat(store.resolve("hf:owner/clip")).isEqualTo(clip);
        assertThat(store.resolve("owner/clip")).isEqualTo(clip);
    }

    @Test
    void pathsGoFirst() throws IOException {
        put("a", "config.json");
        assertThat(store.resolve(folder.toString())).isEqualTo(folder);
        assertThat(store.resolve("pom.xml")).isEqualTo(Path.of("pom.xml"));
    }

    @Test
    void saysHowToGetWhatIsMissing() {
        for (String name : new String[] {"owner/clip", "nowhere.onnx", "../../etc", "", "-", "a/b/c"}) {
            assertThatThrownBy(() -> store.resolve(name))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageContaining("inkling models pull hf:OWNER/NAME")
                    .hasMessageContaining("inkling models list");
        }
    }

    @Test
    void refusesFilesThatAreNoModels() throws IOException {
        Path file = Files.writeString(folder.resolve("a.onnx"), "no model");
        assertThatThrownBy(() -> store.resolve(file.toString())).isInstanceOf(ProviderException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "{}", "[]", "{\"source\":1,\"revision\":\"\",\"files\":[]}",
                "{\"source\":\"\",\"revision\":\"\",\"files\":[{\"path\":\"../a\",\"size\":1,\"sha256\":\"HASH\"}]}",
                "{\"source\":\"\",\"revision\":\"\",\"files\":[{\"path\":\"/a\",\"size\":1,\"sha256\":\"HASH\"}]}",
                "{\"source\":\"\",\"revision\":\"\",\"files\":[{\"path\":\"a\",\"size\":-1,\"sha256\":\"HASH\"}]}",
                "{\"source\":\"\",\"revision\":\"\",\"files\":[{\"path\":\"a\",\"size\":1.5,\"sha256\":\"HASH\"}]}",
                "{\"source\":\"\",\"revision\":\"\",\"files\":[{\"path\":\"a\",\"size\":1,\"sha256\":\"12\"}]}",
                "{\"source\":\"\",\"revision\":\"\",\"files\":[{\"path\":\"a\",\"sha256\":\"HASH\"}]}"
            })
    void damagedLocksAreRefused(String lock) throws IOException {
        Path model = put("a");
        Files.writeString(model.resolve(ModelLock.FILE), lock.replace("HASH", HASH));

        assertThatThrownBy(() -> store.lock(new ModelName("a")))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith("a: its lock file inkling-lock.json is missing or damaged: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Xenova/clip-vit-base-patch32", "a_b.c/1.0", "_"})
    void names(String name) {
        assertThat(ModelName.ofFolder(new ModelName(name).folder())).hasValue(new ModelName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/..", "../a", "a//b", "/a", "a/", "a/b/c", "a--b", "a..b", "-a", "a.", "a\\b", "a b"})
    void noNames(String name) {
        assertThat(ModelName.isName(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".gitattributes", "onnx/model_fp16.onnx", "text_encoder_2/model.onnx_data", "a (1)/b, c.json"})
    void filesOfModels(String name) {
        assertThat(FileName.isSafe(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/a", "a/", "a//b", "..", "../a", "a/../b", "a/..", ".", "./a", "a\\b", "C:a", "a\n", "a ", "a.", "a\u0000",
                "\u00e9", "%2e%2e/a", "~/a", "a*", "$HOME"
            })
    void noFilesOfModels(String name) {
        assertThat(FileName.isSafe(name)).isFalse();
    }
}
