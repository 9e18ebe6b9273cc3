package dev.inkling.text;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * A matrix of small integers with a scale for each row, for networks that run with integers only. Immutable; four bytes
 * a weight, which is what runs fastest.
 */
final class Matrix {
    private final int columns;
    private final int[] weights;
    private final int[] scales;
    private final int shift;

    /**
     * @param weights row after row
     * @param scales  one for each row, 0 to 65,535, in units of 2^-shift
     * @param shift   1 to 46
     */
    Matrix(byte[] weights, int[] scales, int shift) {
        this.columns = weights.length / scales.length;
        this.weights = new int[weights.length];
        for (int i = 0; i < weights.length; i++) {
            this.weights[i] = weights[i];
        }
        this.scales = scales.clone();
        this.shift = shift;
    }

    /** Reads the weights, a byte each, then the scales of two bytes each, then the shift in a byte. */
    static Matrix read(DataInputStream in, int rows, int columns) throws IOException {
        byte[] weights = new byte[rows * columns];
        in.readFully(weights);
        int[] scales = new int[rows];
        for (int row = 0; row < rows; row++) {
            scales[row] = in.readUnsignedShort();
        }
        return new Matrix(weights, scales, in.readUnsignedByte());
    }

    /** A weight as it is, without the scale of its row. */
    int weight(int row, int column) {
        return weights[row * columns + column];
    }

    /**
     * Multiplies a vector.
     *
     * @param vector   one number for each column, so small that no row's sum leaves 31 bits
     * @param product  gets one number for each row: the sum times the row's scale times 2^exponent, rounded
     * @param exponent 0 to {@code shift - 1}
     */
    void times(int[] vector, int[] product, int exponent) {
        times(vector, product, exponent, 0);
    }

    /** {@link #times(int[], int[], int)} for the rows from one on; the numbers of those before stay as they are. */
    void times(int[] vector, int[] product, int exponent, int from) {
        int down = shift - exponent;
        long half = 1L << down - 1;
        for (int row = from; row < scales.length; row++) {
            product[row] = (int) (sum(row * columns, vector) * scales[row] + half >> down);
        }
    }

    /** Adds the weights of a row, each times the row's scale times 2^exponent, rounded, to a sum. */
    void addRow(int row, int[] sum, int exponent) {
        int down = shift - exponent;
        long half = 1L << down - 1;
        for (int column = 0; column < columns; column++) {
            sum[column] += (int) ((long) weight(row, column) * scales[row] + half >> down);
        }
    }

    /** The inner product of a row that begins here; the plain loop is one that the virtual machine makes parallel. */
    private long sum(int first, int[] vector) {
        int sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += weights[first + column] * vector[column];
        }
        return sum;
    }
}
