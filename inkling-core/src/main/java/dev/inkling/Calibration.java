package dev.inkling;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What is known of a set of vectors before one of them is coded: their mean, their principal axes, and how far they
 * spread along each. Files that were coded with one name it, and cannot be read without it. Immutable.
 *
 * <p>The axes are stored as Householder reflections: applied one after the other, they turn the first axis into the
 * first unit vector, the second into the second, and so on. So all of them are orthogonal whatever their bytes are.
 */
public final class Calibration {
    /** Most principal axes. */
    public static final int MAX_AXES = 512;

    /** A component of the mean, or of a reflection, of this size stands for 1. */
    public static final int ONE = 1 << 15;

    /** First bytes of a file. */
    private static final int MAGIC = 0x2e494e43;

    private static final int VERSION = 1;
    private static final int HEADER = 9;
    private static final int ID_DIGITS = 6;

    private final byte[] file;
    private final String id;
    private final int dimension;
    private final int axes;
    private final short[] mean;
    private final byte[] spreads;
    private final short[][] reflections;

    private Calibration(byte[] file, int dimension, int axes) {
        this.file = file;
        this.id = HexFormat.of().formatHex(sha256(file)).substring(0, ID_DIGITS);
        this.dimension = dimension;
        this.axes = axes;
        ByteBuffer in = ByteBuffer.wrap(file).position(HEADER);
        mean = shorts(in, dimension);
        spreads = new byte[axes + 1];
        in.get(spreads);
        reflections = new short[axes][];
        for (int k = 0; k < axes; k++) {
            reflections[k] = shorts(in, dimension - k);
        }
    }

    private static short[] shorts(ByteBuffer in, int count) {
        short[] values = new short[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.getShort();
        }
        return values;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /**
     * Reads a calibration file, which {@code docs/format.md} describes.
     *
     * @throws MalformedBitstreamException   when it is not one
     * @throws UnsupportedBitstreamException when its version is not known here
     */
    public static Calibration read(byte[] file) throws MalformedBitstreamException, UnsupportedBitstreamException {
        if (file.length < HEADER || ByteBuffer.wrap(file).getInt() != MAGIC) {
            throw new MalformedBitstreamException(0, "not a calibration file");
        }
        ByteBuffer in = ByteBuffer.wrap(file).position(Integer.BYTES);
        int version = in.get() & 0xff;
        if (version != VERSION) {
            throw new UnsupportedBitstreamException(
                    "calibration version", String.valueOf(version), "this decoder knows version " + VERSION);
        }
        int dimension = in.getShort() & 0xffff;
        int axes = in.getShort() & 0xffff;
        if (dimension < Embedding.MIN_DIMENSION || dimension > Embedding.MAX_DIMENSION || axes > MAX_AXES
                || axes >= dimension) {
            throw new MalformedBitstreamException(5, axes + " axes of " + dimension + " dimensions");
        }
        if (file.length != length(dimension, axes)) {
            throw new MalformedBitstreamException(
                    file.length, "a calibration of this shape has " + length(dimension, axes) + " bytes");
        }
        Calibration calibration = new Calibration(file.clone(), dimension, axes);
        calibration.checkReflections();
        return calibration;
    }

    private static int length(int dimension, int axes) {
        return HEADER + 2 * dimension + axes + 1 + axes * (2 * dimension - axes + 1);
    }

    private void checkReflections() throws MalformedBitstreamException {
        for (int k = 0; k < axes; k++) {
            if (Arrays.equals(reflections[k], new short[dimension - k])) {
                throw new MalformedBitstreamException(HEADER, "reflection " + k + " has no direction");
            }
        }
    }

    /**
     * A calibration of its parts.
     *
     * @param mean        one component for each dimension, in units of 2^-15
     * @param spreads     spread along each axis and, last, across them: eighths of octaves below 1
     * @param reflections one for each axis; the one with index k has components for the dimensions from k on
     */
    public static Calibration of(short[] mean, byte[] spreads, short[][] reflections) {
        ByteBuffer out = ByteBuffer.allocate(length(mean.length, reflections.length));
        out.putInt(MAGIC).put((byte) VERSION).putShort((short) mean.length).putShort((short) reflections.length);
        put(out, mean);
        out.put(spreads);
        for (short[] reflection : reflections) {
            put(out, reflection);
        }
        return new Calibration(out.array(), mean.length, reflections.length);
    }

    private static void put(ByteBuffer out, short[] values) {
        for (short value : values) {
            out.putShort(value);
        }
    }

    /** The file. */
    public byte[] bytes() {
        return file.clone();
    }

    /** Its name in bitstreams: the first three bytes of the file's SHA-256, as six hexadecimal digits. */
    public String id() {
        return id;
    }

    /** Number of components of the vectors. */
    public int dimension() {
        return dimension;
    }

    /** Number of principal axes, 0 to {@link #MAX_AXES}. */
    public int axes() {
        return axes;
    }

    /** A component of the mean in units of 2^-15. */
    public int mean(int i) {
        return mean[i];
    }

    /**
     * The standard deviation along an axis, as eighths of octaves below 1: 16 is a quarter.
     *
     * @param i number of the axis; that of axes and all above are one value, for each direction across the axes
     */
    public int spread(int i) {
        return spreads[Math.min(i, axes)] & 0xff;
    }

    /** Reflection {@code k}: its components for the dimensions from {@code k} on, not all 0; only their ratios count. */
    public short[] reflection(int k) {
        return reflections[k].clone();
    }
}
