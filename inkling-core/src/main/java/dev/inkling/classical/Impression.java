package dev.inkling.classical;

import dev.inkling.image.Lab;
import java.util.ArrayList;
import java.util.List;

/** Measures a small picture as a whole: lightness, detail, contrast, horizon, symmetry. */
final class Impression {
    private static final double LOW_CONTRAST = 11;
    private static final double HIGH_CONTRAST = 27;
    /** Least colour difference (CIELAB) across a horizon. */
    private static final double HORIZON_STEP = 16;
    /** Least part of the change across a horizon that all columns share. */
    private static final double HORIZON_AGREEMENT = 0.94;
    /** Rows looked at above and below a horizon. */
    private static final int HORIZON_ROWS = 3;
    /** Most difference between the two halves, as a part of the contrast. */
    private static final double SYMMETRY = 0.35;

    private final Thumbnail picture;
    private final double lightness;
    private final double contrast;

    Impression(Thumbnail picture) {
        this.picture = picture;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < picture.pixelCount(); i++) {
            double l = picture.pixel(i).l();
            sum += l;
            squares += l * l;
        }
        this.lightness = sum / picture.pixelCount();
        this.contrast = StrictMath.sqrt(Math.max(0, squares / picture.pixelCount() - lightness * lightness));
    }

    Brightness brightness() {
        return Brightness.of(lightness);
    }

    Detail detail() {
        double sum = 0;
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                double l = picture.at(x, y).l();
                sum += Math.abs(l - picture.at(Math.max(0, x - 1), y).l())
                        + Math.abs(l - picture.at(x, Math.max(0, y - 1)).l());
            }
        }
        return Detail.of(sum / 2 / picture.pixelCount());
    }

    List<Trait> traits() {
        List<Trait> traits = new ArrayList<>();
        if (contrast > HIGH_CONTRAST) {
            traits.add(Trait.HIGH_CONTRAST);
        } else if (contrast < LOW_CONTRAST) {
            traits.add(Trait.LOW_CONTRAST);
        }
        addHorizon(traits);
        if (isSymmetric()) {
            traits.add(Trait.SYMMETRY);
        }
        return traits;
    }

    private void addHorizon(List<Trait> traits) {
        int best = -1;
        double strongest = HORIZON_STEP;
        for (int y = HORIZON_ROWS; y <= picture.height - HORIZON_ROWS; y++) {
            double step = horizonStep(y);
            if (step > strongest) {
                strongest = step;
                best = y;
            }
        }
        if (best >= 0) {
            double place = (double) best / picture.height;
            traits.add(place < 0.4 ? Trait.HIGH_HORIZON : place > 0.6 ? Trait.LOW_HORIZON : Trait.MIDDLE_HORIZON);
        }
    }

    /** Colour difference between the rows above {@code y} and those below, or 0 when the columns do not agree. */
    private double horizonStep(int y) {
        double l = 0;
        double a = 0;
        double b = 0;
        double each = 0;
        for (int x = 0; x < picture.width; x++) {
            double dl = 0;
            double da = 0;
            double db = 0;
            for (int k = 0; k < HORIZON_ROWS; k++) {
                Lab above = picture.at(x, y - 1 - k);
                Lab below = picture.at(x, y + k);
                dl += (below.l() - above.l()) / HORIZON_ROWS;
                da += (below.a() - above.a()) / HORIZON_ROWS;
                db += (below.b() - above.b()) / HORIZON_ROWS;
            }
            l += dl;
            a += da;
            b += db;
            each += StrictMath.sqrt(dl * dl + da * da + db * db);
        }
        double common = StrictMath.sqrt(l * l + a * a + b * b);
        return common > HORIZON_AGREEMENT * each ? common / picture.width : 0;
    }

    private boolean isSymmetric() {
        double difference = 0;
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width / 2; x++) {
                difference += Math.abs(
                        picture.at(x, y).l() - picture.at(picture.width - 1 - x, y).l());
            }
        }
        int pairs = picture.height * (picture.width / 2);
        return pairs > 0 && contrast > LOW_CONTRAST && difference / pairs < SYMMETRY * contrast;
    }
}
