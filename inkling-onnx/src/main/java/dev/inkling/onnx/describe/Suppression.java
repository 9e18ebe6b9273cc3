package dev.inkling.onnx.describe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Leaves one box for each thing: greedy non-maximum suppression. */
final class Suppression {
    /** Boxes of one kind that overlap more are of one thing; the usual value for this family of detectors. */
    private static final double SAME_KIND = 0.45;
    /** Boxes of different kinds that overlap more are two names for one thing. */
    private static final double ANY_KIND = 0.75;

    private Suppression() {}

    /** The surest box of each thing, the surest first. */
    static List<Box> of(List<Box> boxes) {
        List<Box> surestFirst = new ArrayList<>(boxes);
        surestFirst.sort(Comparator.comparingDouble(box -> -box.score()));
        List<Box> kept = new ArrayList<>();
        for (Box box : surestFirst) {
            if (kept.stream().noneMatch(better -> isSameThing(better, box))) {
                kept.add(box);
            }
        }
        return kept;
    }

    private static boolean isSameThing(Box one, Box other) {
        return one.overlap(other) > (one.kind() == other.kind() ? SAME_KIND : ANY_KIND);
    }
}
