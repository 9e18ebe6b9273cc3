package dev.inkling.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.inkling.ProviderException;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network loaded from an ONNX model. Thread-safe, but close it only when no call is running. */
public final class Network implements Closeable {
    private final ModelFile file;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Map<String, NodeInfo> inputs;
    private final Map<String, NodeInfo> outputs;

    /**
     * Loads a network.
     *
     * @param model   the ONNX file
     * @param threads how many threads one run may keep busy, 1 or more
     * @throws ProviderException when the file is missing or no ONNX model, or ONNX Runtime does not work here
     */
    public Network(Path model, int threads) throws ProviderException {
        this(ModelFile.of(model), threads, (environment, options) -> environment.createSession(model.toString(), options));
    }

    /**
     * Loads a network that is at hand.
     *
     * @param name    what messages call it
     * @param model   the content of an ONNX file
     * @param threads how many threads one run may keep busy, 1 or more
     * @throws ProviderException when it is no ONNX model, or ONNX Runtime does not work here
     */
    Network(String name, byte[] model, int threads) throws ProviderException {
        this(ModelFile.of(name, model), threads, (environment, options) -> environment.createSession(model, options));
    }

    private Network(ModelFile file, int threads, Loader loader) throws ProviderException {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        this.file = file;
        this.environment = startRuntime();
        this.session = load(loader, threads);
        try {
            this.inputs = session.getInputInfo();
            this.outputs = session.getOutputInfo();
        } catch (OrtException e) {
            close();
            throw file.failure("its signature cannot be read", e);
        }
    }

    /** Loads a model from wherever it is. */
    private interface Loader {
        OrtSession load(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException;
    }

    private OrtEnvironment startRuntime() throws ProviderException {
        try {
            OrtEnvironment started = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            started.setTelemetry(false); // official builds for Windows have it on
            return started;
        } catch (LinkageError e) {
            throw file.failure("ONNX Runtime cannot be loaded on this machine", rootOf(e));
        } catch (OrtException e) {
            throw file.failure("ONNX Runtime does not start", e);
        }
    }

    /** A library that cannot be loaded shows as an error without a message in a static initialiser. */
    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private OrtSession load(Loader loader, int threads) throws ProviderException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            return loader.load(environment, options);
        } catch (OrtException e) {
            throw file.failure("not an ONNX model that can be used", e);
        }
    }

    /** What it was loaded from. */
    public ModelFile file() {
        return file;
    }

    /** Names and types of the inputs, in the order of the file. */
    Map<String, NodeInfo> inputs() {
        return inputs;
    }

    /** Names and types of the outputs, in the order of the file. */
    Map<String, NodeInfo> outputs() {
        return outputs;
    }

    /**
     * Refuses a network that is not made for these inputs.
     *
     * @param wanted type of each input, in the order of the file
     * @throws ProviderException when it declares others; the message says what was expected and found
     */
    public void requireInputs(List<TensorType> wanted) throws ProviderException {
        Signature.checkInputs(file.name(), wanted, inputs);
    }

    /**
     * The declared length of a side of the first input, or the alternative where the network leaves it open or has no
     * such side.
     */
    public int inputSide(int dimension, int alternative) {
        return inputs.isEmpty()
                ? alternative
                : Signature.side(inputs.values().iterator().next(), dimension, alternative);
    }

    /**
     * Runs the network.
     *
     * @param values for each input, in the order of the file
     * @return the first output
     * @throws ProviderException when the run fails, or the output is no tensor of 32-bit floats
     */
    public Tensor run(Tensor... values) throws ProviderException {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            Iterator<String> names = inputs.keySet().iterator();
            for (Tensor value : values) {
                tensors.put(names.next(), value.in(environment));
            }
            return run(tensors);
        } catch (OrtException e) {
            throw file.failure("failed on " + List.of(values), e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private Tensor run(Map<String, OnnxTensor> tensors) throws OrtException, ProviderException {
        try (OrtSession.Result result = session.run(tensors)) {
            if (result.get(0) instanceof OnnxTensor tensor && Signature.isFloat(tensor.getInfo())) {
                return Tensor.copyOf(tensor);
            }
            throw file.failure("its result is no tensor of 32-bit floats");
        }
    }

    @Override
    public void close() throws ProviderException {
        try {
            session.close();
        } catch (OrtException e) {
            throw file.failure("cannot be closed", e);
        }
    }
}
