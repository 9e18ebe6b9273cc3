package dev.inkling.picture;

import dev.inkling.entropy.TrainedFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The one-dimensional orthonormal transforms, as integer matrices with 13 fractional bits: row k is basis function k.
 * Sides 4, 8 and 16 have one for each kind of line of a residual, trained as its Karhunen-Loeve transform; side 32, and
 * what is not trained, uses the DCT-II.
 */
final class Basis {
    /** Fractional bits of the matrices. */
    static final int SHIFT = 13;

    /** Lines of a residual by how the block was predicted; a trained transform for each. */
    static final int ALONG = 0;

    static final int ACROSS = 1;
    static final int ALONG_DIAGONAL = 2;
    static final int ACROSS_DIAGONAL = 3;
    static final int SMOOTH = 4;
    static final int FLAT = 5;
    static final int CHROMA = 6;
    static final int KINDS = 7;

    /** log2 of the largest side with trained transforms. */
    static final int LARGEST_TRAINED = 4;

    private static final String RESOURCE = "picture-transforms.bin";

    private static final class Trained {
        static final int[][][][] MATRICES = TrainedFile.read(Basis.class, RESOURCE, Basis::read);
    }

    /** cos(k pi / 64) with 14 fractional bits. */
    private static final int[] COSINE = {
        16384, 16364, 16305, 16207, 16069, 15893, 15679, 15426, 15137, 14811, 14449, 14053, 13623, 13160, 12665, 12140,
        11585, 11003, 10394, 9760, 9102, 8423, 7723, 7005, 6270, 5520, 4756, 3981, 3196, 2404, 1606, 804, 0
    };

    /** 2^14 / sqrt 2. */
    private static final int ROOT_HALF = 11585;

    /** For log2 of the side 2 to 5. */
    static final int[][][] DCT = new int[6][][];

    static {
        for (int log = 2; log <= 5; log++) {
            int side = 1 << log;
            DCT[log] = new int[side][side];
            for (int k = 0; k < side; k++) {
                for (int n = 0; n < side; n++) {
                    DCT[log][k][n] = scaled(cosine((2 * n + 1) * k * (32 >> log)), k, log);
                }
            }
        }
    }

    private Basis() {}

    /** Kind of the rows of a luma residual predicted with this mode. */
    static int ofRows(int mode) {
        return IntraPredictor.isFromLeft(mode) ? along(mode) : across(mode);
    }

    /** Kind of the columns of a luma residual predicted with this mode. */
    static int ofColumns(int mode) {
        return IntraPredictor.isFromLeft(mode) ? across(mode) : along(mode);
    }

    private static int along(int mode) {
        return mode == IntraPredictor.FLAT ? FLAT
                : mode == IntraPredictor.SMOOTH ? SMOOTH
                : IntraPredictor.orientation(mode) == 3 ? ALONG_DIAGONAL : ALONG;
    }

    private static int across(int mode) {
        int along = along(mode);
        return along == ALONG ? ACROSS : along == ALONG_DIAGONAL ? ACROSS_DIAGONAL : along;
    }

    /** The matrix of a kind for log2 of the side. */
    static int[][] of(int kind, int log) {
        return Trained.MATRICES[kind][log];
    }

    /** Writes trained matrices: for each kind and log2 of the side 2 to 4, its rows as 16-bit numbers. */
    static void write(DataOutputStream out, int[][][][] matrices) throws IOException {
        for (int[][][] kind : matrices) {
            for (int log = 2; log <= LARGEST_TRAINED; log++) {
                for (int[] row : kind[log]) {
                    for (int value : row) {
                        out.writeShort(value);
                    }
                }
            }
        }
    }

    private static int[][][][] read(DataInputStream in) throws IOException {
        int[][][][] matrices = new int[KINDS][][][];
        for (int kind = 0; kind < KINDS; kind++) {
            matrices[kind] = DCT.clone();
            for (int log = 2; log <= LARGEST_TRAINED; log++) {
                int side = 1 << log;
                matrices[kind][log] = new int[side][side];
                for (int[] row : matrices[kind][log]) {
                    for (int n = 0; n < side; n++) {
                        row[n] = in.readShort();
                    }
                }
            }
        }
        return matrices;
    }

    /** cos(angle pi / 64) for any angle. */
    private static int cosine(int angle) {
        int a = angle & 127;
        a = a > 64 ? 128 - a : a;
        return a <= 32 ? COSINE[a] : -COSINE[64 - a];
    }

    /** Norm sqrt(2 / side), and 1 / sqrt 2 of that for k = 0: a power of the root of one half. */
    private static int scaled(int cosine, int k, int log) {
        int halvings = log - 1 + (k == 0 ? 1 : 0); // the factor is 2^(-halvings / 2)
        int value = cosine;
        if (halvings % 2 == 1) {
            value = value * ROOT_HALF + (1 << 13) >> 14;
        }
        int shift = halvings / 2 + 14 - SHIFT;
        return value + (1 << shift >> 1) >> shift;
    }
}
