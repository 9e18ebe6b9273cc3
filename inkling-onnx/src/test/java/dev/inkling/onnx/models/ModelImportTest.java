package dev.inkling.onnx.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.inkling.ProviderException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that come from this machine, are checked, and go. */
class ModelImportTest {
    private static final ModelName NAME = new ModelName("owner/clip");

    @TempDir
    private Path folder;

    private ModelStore store;
    private Path source;
    private final List<Long> progress = new ArrayList<>();

    private final TransferListener listener = new TransferListener() {
        @Override
        public void begins(long bytes) {
            progress.add(bytes);
        }

        @Override
        public void advanced(long bytes) {
            progress.add(bytes);
        }

        @Override
        public void pauses(String reason, Duration pause) {
            throw new AssertionError(reason);
        }
    };

    @BeforeEach
    void write() throws IOException {
        store = new ModelStore(folder.resolve("store"));
        source = Files.createDirectories(folder.resolve("source"));
        Files.createDirectories(source.resolve("onnx"));
        Files.writeString(source.resolve("config.json"), "{}");
        Files.writeString(source.resolve("model.safetensors"), "weights of another framework");
        Files.writeString(source.resolve(".secret.json"), "{}");
        Files.write(source.resolve("onnx/model.onnx"), network("model.onnx_data"));
        Files.writeString(source.resolve("onnx/model.onnx_data"), "weights");
    }

    /** A network that takes weights from these files. */
    static byte[] network(String... locations) {
        GraphProto.Builder graph = GraphProto.newBuilder().setName("fixture");
        for (String location : locations) {
            graph.addInitializer(TensorProto.newBuilder()
                    .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                    .addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue(location)));
        }
        return ModelProto.newBuilder().setIrVersion(8).setGraph(graph).build().toByteArray();
    }

    private ModelLock bring() throws IOException {
        return store.importFrom(source, NAME, listener);
    }

    private List<ModelFault> verify() throws IOException {
        return store.verify(NAME, listener);
    }

    @Test
    void foldersComeWithoutWhatNoNetworkNeeds() throws IOException {
        ModelLock lock = bring();

        assertThat(lock.files())
                .extracting(ModelLock.Entry::path)
                .containsExactly("config.json", "onnx/model.onnx", "onnx/model.onnx_data");
        assertThat(lock.source()).isEqualTo(source.toString());
        assertThat(store.lock(NAME)).isEqualTo(lock);
        assertThat(store.resolve("owner/clip").resolve("onnx/model.onnx_data")).hasContent("weights");
        assertThat(store.folder().toFile().list()).containsExactly("owner--clip");
        assertThat(progress.get(0)).isEqualTo(lock.size());
        assertThat(progress.stream().mapToLong(Long::longValue).sum()).isEqualTo(2 * lock.size());
        assertThat(verify()).isEmpty();
    }

    @Test
    void aFileBecomesAModel() throws IOException {
        Files.writeString(source.resolve("onnx/labels.txt"), "cup");
        Files.writeString(source.resolve("onnx/notes.txt"), "of another file");

        store.importFrom(source.resolve("onnx/model.onnx"), new ModelName("one"), listener);

        assertThat(store.resolve("one")).isEqualTo(store.folder().resolve("one").resolve("model.onnx"));
        assertThat(store.lock(new ModelName("one")).files())
                .extracting(ModelLock.Entry::path)
                .containsExactly("labels.txt", "model.onnx", "model.onnx_data");
    }

    @Test
    void whatIsMissingOrOutsideIsRefusedAndLeavesTheOldModel() throws IOException {
        ModelLock old = bring();
        Files.delete(source.resolve("onnx/model.onnx_data"));
        assertThatThrownBy(this::bring).isInstanceOf(FileSystemException.class).hasMessageContaining("missing");

        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path link = Files.createSymbolicLink(source.resolve("onnx/model.onnx_data"), secret);
        assertThatThrownBy(this::bring).isInstanceOf(ProviderException.class).hasMessageContaining("leads out");

        Files.delete(link);
        Files.writeString(link, "weights");
        Files.createSymbolicLink(source.resolve("other.json"), secret);
        assertThatThrownBy(this::bring).isInstanceOf(FileSystemException.class).hasMessageContaining("leads out");

        Files.delete(source.resolve("other.json"));
        Files.write(source.resolve("onnx/evil.onnx"), network("../../secret"));
        assertThatThrownBy(this::bring).isInstanceOf(ProviderException.class).hasMessageContaining("no place in its");

        Files.write(source.resolve("onnx/evil.onnx"), new byte[] {1, 2, 3});
        assertThatThrownBy(this::bring).isInstanceOf(ProviderException.class).hasMessageContaining("not an ONNX");

        assertThat(store.lock(NAME)).isEqualTo(old);
        assertThat(verify()).isEmpty();
        assertThat(store.folder().toFile().list()).containsExactly("owner--clip");
    }

    @Test
    void thereMustBeANetwork() throws IOException {
        assertThatThrownBy(() -> store.importFrom(folder.resolve("nowhere"), NAME, listener))
                .isInstanceOf(NoSuchFileException.class);
        Files.delete(source.resolve("onnx/model.onnx"));
        assertThatThrownBy(this::bring).hasMessageContaining("no ONNX file in it");
    }

    /** The cache of Hugging Face's own tools: contents in one folder, snapshots of links to them. */
    @Test
    void snapshotsOfACacheAreFollowed() throws IOException {
        Path cache = folder.resolve("models--owner--clip");
        Path blobs = Files.createDirectories(cache.resolve("blobs"));
        Path snapshot = Files.createDirectories(cache.resolve("snapshots/0123/onnx"));
        Files.write(blobs.resolve("1"), network("weights.pb"));
        Files.writeString(blobs.resolve("2"), "weights");
        Files.createSymbolicLink(snapshot.resolve("model.onnx"), Path.of("../../../blobs/1"));
        Files.createSymbolicLink(snapshot.resolve("weights.pb"), Path.of("../../../blobs/2"));

        store.importFrom(snapshot.getParent(), NAME, listener);

        Path stored = store.resolve("owner/clip").resolve("onnx/weights.pb");
        assertThat(stored).hasContent("weights");
        assertThat(Files.isSymbolicLink(stored)).isFalse();
    }

    @Test
    void aModelOfTheSameNameIsReplacedWhole() throws IOException {
        bring();
        Files.delete(source.resolve("config.json"));
        Files.writeString(source.resolve("vocab.txt"), "a");

        store.importFrom(source, NAME, listener);

        assertThat(store.folder(NAME).toFile().list()).containsExactlyInAnyOrder("inkling-lock.json", "onnx", "vocab.txt");
        assertThatThrownBy(() -> store.requireFree(NAME)).hasMessageContaining("there already");
        store.requireFree(new ModelName("other"));
    }

    @Test
    void everyChangeShowsByName() throws IOException {
        bring();
        Path model = store.folder(NAME);
        Path config = model.resolve("config.json");
        Files.delete(config);
        Files.writeString(config, "[]");
        assertThat(verify()).extracting(ModelFault::path).containsExactly("config.json");
        assertThat(verify().get(0).reason()).contains("SHA-256");

        Files.writeString(config, "[1]");
        assertThat(verify().get(0).reason()).isEqualTo("has 3 bytes instead of 2");

        Files.delete(config);
        Files.writeString(model.resolve("onnx/extra.onnx"), "");
        assertThat(verify())
                .containsExactly(
                        new ModelFault("config.json", "is missing"),
                        new ModelFault("onnx/extra.onnx", "did not come with the model"));
    }

    @Test
    void aLockThatWasChangedShows() throws IOException {
        String sha = bring().files().get(0).sha256();
        Path lock = store.folder(NAME).resolve(ModelLock.FILE);
        Files.writeString(lock, Files.readString(lock).replace(sha, "0".repeat(64)));

        assertThat(verify()).extracting(ModelFault::path).containsExactly("config.json");
    }

    @Test
    void modelsGo() throws IOException {
        bring();
        store.remove(NAME);

        assertThat(store.folder().toFile().list()).isEmpty();
        assertThat(source.resolve("onnx/model.onnx_data")).hasContent("weights");
        assertThatThrownBy(() -> store.remove(NAME)).isInstanceOf(FileSystemException.class);
    }
}
