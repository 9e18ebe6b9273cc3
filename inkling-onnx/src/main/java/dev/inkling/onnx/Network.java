package dev.inkling.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.inkling.ProviderException;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
     * @throws ProviderException when the file is missing or no ONNX model, takes weights from outside its folder, or ONNX
     *                           Runtime does not work here
     */
    public Network(Path model, int threads) throws ProviderException {
        this(checked(model), threads, (environment, options) -> environment.createSession(model.toString(), options));
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

    private static ModelFile checked(Path model) throws ProviderException {
        ModelFile file = ModelFile.of(model);
        ExternalData.check(model);
        return file;
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

    /** Whether it declares an input of this name. */
    public boolean hasInput(String name) {
        return inputs.containsKey(name);
    }

    /** Names of the inputs, in the order of the file. */
    public Set<String> inputNames() {
        return inputs.keySet();
    }

    /** Names of the outputs, in the order of the file. */
    public Set<String> outputNames() {
        return outputs.keySet();
    }

    /**
     * The declared length of each side of an input, {@link TensorType#ANY} for those that it leaves open.
     *
     * @throws ProviderException when there is no tensor of that name
     */
    public long[] inputShape(String name) throws ProviderException {
        return tensor(name, inputs.get(name)).getShape();
    }

    /**
     * The declared length of each side of an output, {@link TensorType#ANY} for those that it leaves open.
     *
     * @throws ProviderException when there is no tensor of that name
     */
    public long[] outputShape(String name) throws ProviderException {
        return tensor(name, outputs.get(name)).getShape();
    }

    /**
     * Whether an input takes integers, or truth values, rather than floats.
     *
     * @throws ProviderException when there is no tensor of that name
     */
    public boolean takesIntegers(String name) throws ProviderException {
        return switch (tensor(name, inputs.get(name)).type) {
            case FLOAT, FLOAT16, DOUBLE, BFLOAT16 -> false;
            default -> true;
        };
    }

    private TensorInfo tensor(String name, @Nullable NodeInfo node) throws ProviderException {
        if (node != null && node.getInfo() instanceof TensorInfo tensor) {
            return tensor;
        }
        throw file.failure("it has no tensor " + name + ", but " + inputs.keySet());
    }

    /**
     * Runs the network.
     *
     * @param values for each input, in the order of the file
     * @return the first output
     * @throws ProviderException when the run fails, or the output is no tensor of floats
     */
    public Tensor run(Tensor... values) throws ProviderException {
        Map<String, Tensor> named = new LinkedHashMap<>();
        Iterator<String> names = inputs.keySet().iterator();
        for (Tensor value : values) {
            named.put(names.next(), value);
        }
        return run(named).values().iterator().next();
    }

    /**
     * Runs the network. Numbers are given in the type that an input declares: floats as 32 or 16 bits, integers as 64 or
     * 32 bits or as truth values.
     *
     * @param values for each input, by name
     * @return all outputs, in the order of the file
     * @throws ProviderException when the run fails, or an output is no tensor of floats or integers
     */
    public Map<String, Tensor> run(Map<String, Tensor> values) throws ProviderException {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Tensor> value : values.entrySet()) {
                TensorInfo declared = tensor(value.getKey(), inputs.get(value.getKey()));
                tensors.put(value.getKey(), value.getValue().in(environment, declared.type));
            }
            return results(tensors);
        } catch (OrtException e) {
            throw file.failure("failed on " + values, e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private Map<String, Tensor> results(Map<String, OnnxTensor> tensors) throws OrtException, ProviderException {
        try (OrtSession.Result result = session.run(tensors)) {
            Map<String, Tensor> copies = new LinkedHashMap<>();
            for (Map.Entry<String, OnnxValue> output : result) {
                if (!(output.getValue() instanceof OnnxTensor tensor) || !Tensor.isReadable(tensor.getInfo())) {
                    throw file.failure("its result " + output.getKey() + " is no tensor of floats or integers");
                }
                copies.put(output.getKey(), Tensor.copyOf(tensor));
            }
            return copies;
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
