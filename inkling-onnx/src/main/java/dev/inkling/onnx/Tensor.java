package dev.inkling.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/** What a network is given and returns: numbers in a shape, the last side varying fastest. */
public final class Tensor {
    private final Buffer values;
    private final long[] shape;

    private Tensor(Buffer values, long[] shape) {
        long count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        if (values.remaining() != count) {
            throw new IllegalArgumentException(
                    values.remaining() + " values for a shape of " + Signature.describe(shape));
        }
        this.values = values;
        this.shape = shape.clone();
    }

    /** Takes over 32-bit floats without copying them. */
    public static Tensor ofFloats(float[] values, long... shape) {
        return new Tensor(FloatBuffer.wrap(values), shape);
    }

    /** Takes over 64-bit integers without copying them. */
    public static Tensor ofIntegers(long[] values, long... shape) {
        return new Tensor(LongBuffer.wrap(values), shape);
    }

    /** A copy of what ONNX Runtime returned; its elements are 32-bit floats. */
    static Tensor copyOf(OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return ofFloats(values, tensor.getInfo().getShape());
    }

    OnnxTensor in(OrtEnvironment environment) throws OrtException {
        return values instanceof FloatBuffer floats
                ? OnnxTensor.createTensor(environment, floats.duplicate(), shape)
                : OnnxTensor.createTensor(environment, ((LongBuffer) values).duplicate(), shape);
    }

    /** The floats themselves, not a copy: for reading only. */
    public float[] floats() {
        return ((FloatBuffer) values).array();
    }

    /** The length of each side. */
    public long[] shape() {
        return shape.clone();
    }

    @Override
    public String toString() {
        return Signature.describe(shape);
    }
}
