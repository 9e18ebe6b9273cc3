package dev.inkling.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.List;

/** What an input of a network must be declared as. */
public final class TensorType {
    /** A side that the network must leave open. */
    public static final long ANY = -1;

    private final OnnxJavaType element;
    private final List<Long> sides;

    private TensorType(OnnxJavaType element, long[] sides) {
        this.element = element;
        this.sides = Arrays.stream(sides).boxed().toList();
    }

    /** 32-bit floats; each side has this length, or {@link #ANY}. */
    public static TensorType ofFloats(long... sides) {
        return new TensorType(OnnxJavaType.FLOAT, sides);
    }

    /** 64-bit integers; each side has this length, or {@link #ANY}. */
    public static TensorType ofIntegers(long... sides) {
        return new TensorType(OnnxJavaType.INT64, sides);
    }

    /** A side that is declared open takes every length. */
    boolean fits(TensorInfo declared) {
        long[] shape = declared.getShape();
        if (declared.type != element || shape.length != sides.size()) {
            return false;
        }
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] != ANY && shape[i] != sides.get(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return Signature.describe(sides.stream().mapToLong(Long::longValue).toArray()) + " of " + element;
    }
}
