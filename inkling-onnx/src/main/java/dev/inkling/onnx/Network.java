package dev.inkling.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.inkling.ProviderException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network loaded from an ONNX file. Thread-safe, but close it only when no call is running. */
public final class Network implements Closeable {
    private final String name;
    private final String sha256;
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
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        this.name = String.valueOf(model.getFileName());
        if (!Files.isReadable(model) || Files.isDirectory(model)) {
            throw failure("there is no file to read at " + model);
        }
        this.sha256 = hash(model);
        this.environment = startRuntime();
        this.session = load(model, threads);
        try {
            this.inputs = session.getInputInfo();
            this.outputs = session.getOutputInfo();
        } catch (OrtException e) {
            close();
            throw failure("its signature cannot be read: " + reason(e), e);
        }
    }

    private String hash(Path model) throws ProviderException {
        try (InputStream in = Files.newInputStream(model)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw failure("cannot be read: " + reason(e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e); // every Java platform has SHA-256
        }
    }

    private OrtEnvironment startRuntime() throws ProviderException {
        try {
            OrtEnvironment started = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            started.setTelemetry(false); // official builds for Windows have it on
            return started;
        } catch (LinkageError e) {
            throw failure("ONNX Runtime cannot be loaded on this machine: " + rootOf(e), e);
        } catch (OrtException e) {
            throw failure("ONNX Runtime does not start: " + reason(e), e);
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

    private OrtSession load(Path model, int threads) throws ProviderException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            return environment.createSession(model.toString(), options);
        } catch (OrtException e) {
            throw failure("not an ONNX model that can be used: " + reason(e), e);
        }
    }

    /** File name of the model, for messages. */
    public String name() {
        return name;
    }

    /** Hash of the model file, 64 lower-case hexadecimal digits. */
    public String sha256() {
        return sha256;
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
        Signature.checkInputs(name, wanted, inputs);
    }

    /**
     * The declared length of a side of the first input, or the alternative where the network leaves it open or has no
     * such side.
     */
    public int inputSide(int dimension, int alternative) {
        return Signature.side(inputs.values().iterator().next(), dimension, alternative);
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
            throw failure("failed on " + List.of(values) + ": " + reason(e), e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private Tensor run(Map<String, OnnxTensor> tensors) throws OrtException, ProviderException {
        try (OrtSession.Result result = session.run(tensors)) {
            if (result.get(0) instanceof OnnxTensor tensor && Signature.isFloat(tensor.getInfo())) {
                return Tensor.copyOf(tensor);
            }
            throw failure("its result is no tensor of 32-bit floats");
        }
    }

    @Override
    public void close() throws ProviderException {
        try {
            session.close();
        } catch (OrtException e) {
            throw failure("cannot be closed: " + reason(e), e);
        }
    }

    /** What to throw when this network does something wrong. */
    public ProviderException failure(String reason) {
        return new ProviderException(name, false, reason);
    }

    private ProviderException failure(String reason, Throwable cause) {
        ProviderException failure = failure(reason);
        failure.initCause(cause);
        return failure;
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
