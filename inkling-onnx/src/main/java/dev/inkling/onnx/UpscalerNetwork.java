package dev.inkling.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.inkling.ProviderException;
import java.io.Closeable;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** A loaded network that is known to enlarge pictures by a whole factor. Thread-safe, but for {@link #close}. */
final class UpscalerNetwork implements Closeable {
    private static final int LARGEST_FACTOR = 16;

    /** Not square, so that a network that swaps the sides is found out. */
    private static final Planes PROBE = new Planes(24, 16);

    private final String name;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int factor;

    /**
     * @param model   the ONNX file
     * @param threads how many threads one run may keep busy, 1 or more
     */
    UpscalerNetwork(Path model, int threads) throws ProviderException {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        this.name = String.valueOf(model.getFileName());
        if (!Files.isReadable(model) || Files.isDirectory(model)) {
            throw failure("there is no file to read at " + model);
        }
        this.environment = startRuntime();
        this.session = load(model, threads);
        this.factor = findFactor();
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

    /** Checks the signature and tries the network; frees it when it is no upscaler. */
    private int findFactor() throws ProviderException {
        try {
            Signature.check(name, session.getInputInfo(), session.getOutputInfo());
            return factorOf(shape(PROBE), runRaw(PROBE).shape());
        } catch (ProviderException e) {
            close();
            throw e;
        } catch (OrtException e) {
            close();
            throw failure("its signature cannot be read: " + reason(e), e);
        }
    }

    private int factorOf(long[] from, long[] to) throws ProviderException {
        long found = to.length == from.length ? to[3] / from[3] : 0;
        long[] expected = {1, Planes.CHANNELS, found * from[2], found * from[3]};
        if (found < 1 || found > LARGEST_FACTOR || !Arrays.equals(to, expected)) {
            throw failure("expected an output " + Planes.CHANNELS + " channels deep and a whole number of times, 1 to "
                    + LARGEST_FACTOR + ", as wide and high as the input, found " + Signature.describe(to)
                    + " from " + Signature.describe(from));
        }
        return (int) found;
    }

    /** Name of the model, for messages. */
    String name() {
        return name;
    }

    /** How many times wider and higher the result is, 1 to 16. */
    int factor() {
        return factor;
    }

    /** The enlarged picture; its samples are finite, but may be below 0 or above 1. */
    Planes run(Planes picture) throws ProviderException {
        Output output = runRaw(picture);
        if (factorOf(shape(picture), output.shape()) != factor) {
            throw failure("enlarges " + Signature.describe(shape(picture)) + " to " + Signature.describe(output.shape())
                    + ", but the probe " + factor + " times");
        }
        for (float sample : output.samples()) {
            if (!Float.isFinite(sample)) {
                throw failure("its result has a sample that is not a finite number");
            }
        }
        return new Planes(factor * picture.width(), factor * picture.height(), output.samples());
    }

    private Output runRaw(Planes picture) throws ProviderException {
        String input = session.getInputNames().iterator().next();
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(picture.samples()), shape(picture));
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            return output(result.get(0));
        } catch (OrtException e) {
            throw failure("failed on " + Signature.describe(shape(picture)) + ": " + reason(e), e);
        }
    }

    private static Output output(OnnxValue value) {
        OnnxTensor tensor = (OnnxTensor) value; // the signature says so
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] samples = new float[buffer.remaining()];
        buffer.get(samples);
        return new Output(tensor.getInfo().getShape(), samples);
    }

    private static long[] shape(Planes picture) {
        return new long[] {1, Planes.CHANNELS, picture.height(), picture.width()};
    }

    @Override
    public void close() throws ProviderException {
        try {
            session.close();
        } catch (OrtException e) {
            throw failure("cannot be closed: " + reason(e), e);
        }
    }

    private ProviderException failure(String reason) {
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

    /** A tensor as it came out. */
    private record Output(long[] shape, float[] samples) {}
}
