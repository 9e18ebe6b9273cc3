package dev.inkling.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
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

    /** Whether {@link #copyOf} knows its elements. */
    static boolean isReadable(TensorInfo tensor) {
        return tensor.type == OnnxJavaType.FLOAT || tensor.type == OnnxJavaType.FLOAT16
                || tensor.type == OnnxJavaType.INT64 || tensor.type == OnnxJavaType.INT32;
    }

    /** A copy of what ONNX Runtime returned. */
    static Tensor copyOf(OnnxTensor tensor) {
        long[] shape = tensor.getInfo().getShape();
        return switch (tensor.getInfo().type) {
            case INT64 -> {
                LongBuffer buffer = tensor.getLongBuffer();
                long[] values = new long[buffer.remaining()];
                buffer.get(values);
                yield ofIntegers(values, shape);
            }
            case INT32 -> {
                IntBuffer buffer = tensor.getIntBuffer();
                int[] values = new int[buffer.remaining()];
                buffer.get(values);
                yield ofIntegers(Arrays.stream(values).asLongStream().toArray(), shape);
            }
            default -> {
                FloatBuffer buffer = tensor.getFloatBuffer();
                float[] values = new float[buffer.remaining()];
                buffer.get(values);
                yield ofFloats(values, shape);
            }
        };
    }

    /** The same numbers for ONNX Runtime, as elements of the type that an input declares. */
    OnnxTensor in(OrtEnvironment environment, OnnxJavaType declared) throws OrtException {
        if (values instanceof FloatBuffer floats) {
            return declared == OnnxJavaType.FLOAT16
                    ? OnnxTensor.createTensor(
                            environment, Fp16Conversions.convertFloatBufferToFp16Buffer(floats.duplicate()), shape,
                            OnnxJavaType.FLOAT16)
                    : OnnxTensor.createTensor(environment, floats.duplicate(), shape);
        }
        LongBuffer integers = ((LongBuffer) values).duplicate();
        return switch (declared) {
            case INT32 -> OnnxTensor.createTensor(
                    environment, IntBuffer.wrap(Arrays.stream(integers.array()).mapToInt(Math::toIntExact).toArray()),
                    shape);
            case BOOL -> OnnxTensor.createTensor(environment, truths(integers), shape, OnnxJavaType.BOOL);
            default -> OnnxTensor.createTensor(environment, integers, shape);
        };
    }

    private static ByteBuffer truths(LongBuffer integers) {
        ByteBuffer truths = ByteBuffer.allocateDirect(integers.remaining());
        while (integers.hasRemaining()) {
            truths.put((byte) (integers.get() == 0 ? 0 : 1));
        }
        return truths.flip();
    }

    /** Whether its numbers are floats rather than integers. */
    public boolean hasFloats() {
        return values instanceof FloatBuffer;
    }

    /** Whether it holds floats, not integers. */
    public boolean isFloats() {
        return values instanceof FloatBuffer;
    }

    /** The floats themselves, not a copy: for reading only. */
    public float[] floats() {
        return ((FloatBuffer) values).array();
    }

    /** The integers themselves, not a copy: for reading only. */
    public long[] integers() {
        return ((LongBuffer) values).array();
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
