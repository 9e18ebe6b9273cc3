package dev.inkling.metrics;

/**
 * One point of a rate–distortion curve.
 *
 * @param rate  bytes or bits per pixel, above 0
 * @param score what a metric says at this rate; whether higher is better does not matter here
 */
public record RatePoint(double rate, double score) {
    /** @throws IllegalArgumentException when the rate is not above 0, or one of the two is not a finite number */
    public RatePoint {
        if (!(rate > 0) || !Double.isFinite(rate) || !Double.isFinite(score)) {
            throw new IllegalArgumentException("rate " + rate + " with score " + score);
        }
    }
}
