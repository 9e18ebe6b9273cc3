package dev.inkling.picture;

import java.util.Arrays;

/**
 * Predicts chroma from the luma of the same block: a straight line fitted by least squares to the decoded neighbours
 * above and to the left, so that nothing about it is coded. Stateless but for its running sums; not thread-safe.
 */
final class LinearPredictor {
    private int count;
    private long lumaSum;
    private long chromaSum;
    private long lumaSquares;
    private long products;

    /**
     * Writes the prediction of a block to {@code out}, row by row.
     *
     * @param component 1 or 2
     * @param stepSize  quantiser step; its noise damps the slope
     */
    void predict(Frame frame, int component, int x, int y, int side, int stepSize, int[] out) {
        count = 0;
        lumaSum = 0;
        chromaSum = 0;
        lumaSquares = 0;
        products = 0;
        for (int i = 0; i < side; i++) {
            add(frame, component, x + i, y - 1);
            add(frame, component, x - 1, y + i);
        }
        if (count == 0) {
            Arrays.fill(out, 0, side * side, 0);
            return;
        }
        long noise = (long) count * count * stepSize * stepSize / 24;
        long variance = count * lumaSquares - lumaSum * lumaSum + noise;
        long covariance = count * products - lumaSum * chromaSum;
        int slope = (int) Math.max(-512, Math.min(512, 256 * covariance / Math.max(1, variance)));
        int chromaMean = (int) Math.floorDiv(chromaSum, (long) count);
        int lumaMean = (int) Math.floorDiv(lumaSum, (long) count);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int luma = frame.planes[0][(y + row) * frame.width + x + column];
                out[row * side + column] = chromaMean + (slope * (luma - lumaMean) >> 8);
            }
        }
    }

    private void add(Frame frame, int component, int x, int y) {
        if (frame.isKnown(x, y)) {
            long luma = frame.planes[0][y * frame.width + x];
            long chroma = frame.planes[component][y * frame.width + x];
            count++;
            lumaSum += luma;
            chromaSum += chroma;
            lumaSquares += luma * luma;
            products += luma * chroma;
        }
    }
}
