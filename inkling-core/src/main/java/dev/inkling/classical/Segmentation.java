package dev.inkling.classical;

import dev.inkling.image.Lab;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a small picture into connected segments of one colour each: begins with single pixels and keeps merging the
 * two neighbours whose merger adds the least squared error (Ward 1963; on pictures, Koepfler, Lopez, Morel 1994).
 */
final class Segmentation {
    private static final int MOST_SEGMENTS = 14;
    /** Least rise of the mean squared error (CIELAB) that keeps two segments apart. */
    private static final double LEAST_RISE = 7;

    private final Thumbnail picture;
    private final int[] label;
    private final int[] count;
    private final double[] l;
    private final double[] a;
    private final double[] b;
    private final int[] from;
    private final int[] to;
    private final double[] rise;
    private int edges;
    private int segments;

    private Segmentation(Thumbnail picture) {
        this.picture = picture;
        this.segments = picture.pixelCount();
        this.label = new int[segments];
        this.count = new int[segments];
        this.l = new double[segments];
        this.a = new double[segments];
        this.b = new double[segments];
        this.from = new int[2 * segments];
        this.to = new int[2 * segments];
        this.rise = new double[2 * segments];
        for (int i = 0; i < segments; i++) {
            label[i] = i;
            count[i] = 1;
            l[i] = picture.pixel(i).l();
            a[i] = picture.pixel(i).a();
            b[i] = picture.pixel(i).b();
        }
        connect();
    }

    static List<Segment> of(Thumbnail picture) {
        Segmentation segmentation = new Segmentation(picture);
        segmentation.merge();
        return segmentation.segments();
    }

    private void connect() {
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                int i = y * picture.width + x;
                if (x + 1 < picture.width) {
                    addEdge(i, i + 1);
                }
                if (y + 1 < picture.height) {
                    addEdge(i, i + picture.width);
                }
            }
        }
    }

    private void addEdge(int u, int v) {
        from[edges] = u;
        to[edges] = v;
        rise[edges] = riseOf(u, v);
        edges++;
    }

    /** How much the mean squared error of the picture grows when {@code u} and {@code v} become one. */
    private double riseOf(int u, int v) {
        double dl = l[u] / count[u] - l[v] / count[v];
        double da = a[u] / count[u] - a[v] / count[v];
        double db = b[u] / count[u] - b[v] / count[v];
        double weight = (double) count[u] * count[v] / (count[u] + count[v]) / picture.pixelCount();
        return weight * (dl * dl + da * da + db * db);
    }

    private void merge() {
        int best = cheapest();
        while (best >= 0 && (segments > MOST_SEGMENTS || rise[best] < LEAST_RISE)) {
            best = join(from[best], to[best]);
        }
    }

    private int cheapest() {
        int best = -1;
        for (int e = 0; e < edges; e++) {
            if (best < 0 || rise[e] < rise[best]) {
                best = e;
            }
        }
        return best;
    }

    /** Makes {@code v} part of {@code u}, and returns the cheapest edge that is then left, or -1. */
    private int join(int u, int v) {
        count[u] += count[v];
        l[u] += l[v];
        a[u] += a[v];
        b[u] += b[v];
        label[v] = u;
        segments--;
        int kept = 0;
        int best = -1;
        for (int e = 0; e < edges; e++) {
            int s = from[e] == v ? u : from[e];
            int t = to[e] == v ? u : to[e];
            if (s == t) {
                continue;
            }
            from[kept] = s;
            to[kept] = t;
            rise[kept] = s == u || t == u ? riseOf(s, t) : rise[e];
            if (best < 0 || rise[kept] < rise[best]) {
                best = kept;
            }
            kept++;
        }
        edges = kept;
        return best;
    }

    private int root(int i) {
        int at = i;
        while (label[at] != at) {
            at = label[at];
        }
        return at;
    }

    private List<Segment> segments() {
        int pixels = picture.pixelCount();
        double[][] moments = new double[pixels][];
        List<Integer> roots = new ArrayList<>();
        for (int i = 0; i < pixels; i++) {
            int root = root(i);
            if (moments[root] == null) {
                moments[root] = new double[4];
                roots.add(root);
            }
            double x = (i % picture.width + 0.5) / picture.width;
            double y = (i / picture.width + 0.5) / picture.height;
            moments[root][0] += x;
            moments[root][1] += y;
            moments[root][2] += x * x;
            moments[root][3] += y * y;
        }
        List<Segment> found = new ArrayList<>();
        for (int root : roots) {
            found.add(segment(root, moments[root]));
        }
        return found;
    }

    private Segment segment(int root, double[] moments) {
        double n = count[root];
        double x = moments[0] / n;
        double y = moments[1] / n;
        double width = StrictMath.sqrt(12 * Math.max(0, moments[2] / n - x * x));
        double height = StrictMath.sqrt(12 * Math.max(0, moments[3] / n - y * y));
        Lab colour = new Lab(l[root] / n, a[root] / n, b[root] / n);
        return new Segment(n / picture.pixelCount(), colour, x, y, width, height);
    }
}
