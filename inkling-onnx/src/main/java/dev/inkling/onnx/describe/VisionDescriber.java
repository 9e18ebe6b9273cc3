package dev.inkling.onnx.describe;

import dev.inkling.Describer;
import dev.inkling.ProviderException;
import dev.inkling.classical.Scene;
import dev.inkling.classical.SceneDescriber;
import dev.inkling.image.Raster;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/**
 * Describes the layout of pictures and names what networks from ONNX files recognise in them, in the sentences of {@code
 * docs/describer.md}. Each network is recognised by its signature; docs/describer.md lists those that are known.
 *
 * <p>Thread-safe, but close it only when no call is running.
 */
public final class VisionDescriber implements Describer, Closeable {
    private final List<VisionNetwork> networks;
    /** By content and for as long as a caller holds the picture: encoders ask for several lengths. */
    private final Map<Raster, Scene> known = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Loads networks.
     *
     * @param models  ONNX files, or folders in the Hugging Face layout, at least one; what several of them recognise is
     *                said as the first does
     * @param threads how many threads one picture may keep busy, 1 or more
     * @throws ProviderException when a file is missing or no ONNX model, when its network is of no known kind, or when
     *                           ONNX Runtime does not work here; the message says what was expected and found
     */
    public VisionDescriber(List<Path> models, int threads) throws ProviderException {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("no model");
        }
        networks = new ArrayList<>();
        try {
            for (Path model : models) {
                networks.add(VisionNetworks.load(model, threads));
            }
        } catch (ProviderException e) {
            close();
            throw e;
        }
    }

    @Override
    public String describe(Raster picture, int maxWords) throws ProviderException {
        return SceneDescriber.describe(picture, scene(picture), maxWords);
    }

    private Scene scene(Raster picture) throws ProviderException {
        Scene scene = known.get(picture);
        if (scene == null) {
            scene = Scene.UNKNOWN;
            for (VisionNetwork network : networks) {
                scene = scene.with(network.look(picture));
            }
            known.put(picture, scene);
        }
        return scene;
    }

    /** Names the models by their content, for results. */
    public String identity() {
        return networks.stream().map(VisionNetwork::identity).collect(Collectors.joining(", "));
    }

    /** Frees the networks. */
    @Override
    public void close() throws ProviderException {
        for (VisionNetwork network : networks) {
            network.close();
        }
    }
}
