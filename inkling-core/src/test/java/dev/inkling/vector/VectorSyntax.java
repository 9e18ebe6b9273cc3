package dev.inkling.vector;

import dev.inkling.entropy.RangeEncoder;

/** Beginnings of vector layers that no encoder writes. */
public final class VectorSyntax {
    private VectorSyntax() {}

    /** A message of a kind and nothing else. */
    public static byte[] kind(int kind) {
        RangeEncoder out = new RangeEncoder();
        VectorKind.encodeKind(kind, out);
        return out.finish();
    }

    /** A message that has a dimension in full. */
    public static byte[] dimension(int dimension) {
        RangeEncoder out = new RangeEncoder();
        VectorKind.encodeKind(VectorKind.ANY, out);
        VectorKind.encodeAny(dimension, out);
        return out.finish();
    }
}
