package dev.inkling.onnx.describe;

/**
 * What a detector found. Sides are fractions of the picture's width and height, from the top left; those of a thing that
 * the border cuts off may lie outside 0 to 1.
 *
 * @param kind  index into the names of the network, from 0
 * @param score how sure, 0 to 1
 */
record Box(int kind, double score, double left, double top, double right, double bottom) {
    /** The part that lies in the picture; without area when nothing does. */
    Box inPicture() {
        return new Box(kind, score, clamp(left), clamp(top), clamp(right), clamp(bottom));
    }

    private static double clamp(double position) {
        return Math.max(0, Math.min(1, position));
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    /** Part of the picture's area; 0 for an empty box. */
    double area() {
        return Math.max(0, width()) * Math.max(0, height());
    }

    /** Area of what both cover against the area of what either covers, 0 to 1. */
    double overlap(Box other) {
        double common = Math.max(0, Math.min(right, other.right) - Math.max(left, other.left))
                * Math.max(0, Math.min(bottom, other.bottom) - Math.max(top, other.top));
        return common == 0 ? 0 : common / (area() + other.area() - common);
    }
}
