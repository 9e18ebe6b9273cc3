package dev.inkling.classical;

import dev.inkling.image.Lab;

/**
 * A part of a picture. Positions and spans are fractions of the picture's sides.
 *
 * @param share  part of the picture's area, over 0 to 1
 * @param colour mean colour
 * @param x      centre, from the left
 * @param y      centre, from the top
 * @param width  side of the box that spreads as widely: the standard deviation times the square root of 12
 * @param height the same, top to bottom
 */
public record Segment(double share, Lab colour, double x, double y, double width, double height) {
    /** From here on a segment counts as reaching from edge to edge. */
    private static final double WIDE = 0.72;
    /** Up to here a segment counts as a strip. */
    private static final double NARROW = 0.55;
    /** From here on, as a part of the picture's area, a wide and high segment counts as the ground of the others. */
    private static final double GROUND = 0.5;

    Place place() {
        if (width > WIDE && height > WIDE && share >= GROUND) {
            return Place.WHOLE;
        }
        if (width > WIDE && height < NARROW) {
            return Place.bandAt(y);
        }
        if (height > WIDE && width < NARROW) {
            return Place.columnAt(x);
        }
        return Place.patchAt(x, y);
    }

    /** Both together: the box around them, and their mean colour. */
    Segment with(Segment other) {
        double left = Math.min(x - width / 2, other.x - other.width / 2);
        double right = Math.max(x + width / 2, other.x + other.width / 2);
        double top = Math.min(y - height / 2, other.y - other.height / 2);
        double bottom = Math.max(y + height / 2, other.y + other.height / 2);
        double sum = share + other.share;
        return new Segment(
                Math.min(sum, (right - left) * (bottom - top)),
                Lab.mean(colour, share / sum, other.colour, other.share / sum),
                (left + right) / 2, (top + bottom) / 2, right - left, bottom - top);
    }
}
