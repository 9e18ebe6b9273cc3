package dev.inkling.entropy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Predicts one kind of binary decision from several contexts at once. Each context keeps two adaptive probabilities, a
 * slow one and a fast one; two gated logistic mixers (Mahoney 2005) weigh them all, and an adaptive probability map
 * refines the result. Integers only. Not thread-safe; {@link #copy} a trained model for each message.
 *
 * <p>Use: set {@link #context}, call {@link #predict}, then {@link #update} with the bit that came.
 */
public final class MixingModel {
    private static final int BUCKETS = 33;

    /** Constant input of the mixers, in logistic units. */
    private static final int BIAS = 256;

    private static final int[] RECIPROCAL = new int[1024];

    static {
        for (int i = 0; i < RECIPROCAL.length; i++) {
            RECIPROCAL[i] = 2 * 65536 / (2 * i + 3);
        }
    }

    /** Speed of learning: how far counters slow down, and how fast weights move. */
    public record Adaptation(int slowLimit, int fastShift, int weightRate, int mapShift) {
        /** While a message is coded. */
        public static final Adaptation CODING = new Adaptation(250, 5, 2, 6);

        /** While a model is trained. */
        public static final Adaptation TRAINING = new Adaptation(1023, 5, 2, 7);
    }

    private final int[] offsets;
    private final int[] contexts;
    private final char[] slow;
    private final char[] fast;
    private final char[] counts;
    private final int[] weights;
    private final char[] map;
    private final int firstSets;
    private final int inputs;
    private Adaptation adaptation = Adaptation.CODING;

    private final int[] stretched;
    private int firstBase;
    private int secondBase;
    private int firstMixed;
    private int secondMixed;
    private int mapIndex;
    private int mapFraction;

    /**
     * @param firstSets     number of weight sets of the first mixer; one is selected for each decision
     * @param secondSets    number of weight sets of the second mixer
     * @param contextCounts number of values of each context
     */
    public MixingModel(int firstSets, int secondSets, int... contextCounts) {
        int total = 0;
        offsets = new int[contextCounts.length];
        for (int i = 0; i < contextCounts.length; i++) {
            offsets[i] = total;
            total += contextCounts[i];
        }
        contexts = new int[contextCounts.length];
        inputs = 2 * contextCounts.length + 1;
        slow = new char[total];
        fast = new char[total];
        counts = new char[total];
        this.firstSets = firstSets;
        weights = new int[(firstSets + secondSets) * inputs];
        map = new char[firstSets * BUCKETS];
        stretched = new int[inputs];
        Arrays.fill(slow, (char) 32768);
        Arrays.fill(fast, (char) 32768);
        Arrays.fill(weights, 65536 * 6 / 10 / contextCounts.length);
        for (int i = 0; i < map.length; i++) {
            map[i] = (char) Math.min(65535, Logistic.squash((i % BUCKETS - 16) * 128));
        }
    }

    private MixingModel(MixingModel other) {
        offsets = other.offsets;
        contexts = other.contexts.clone();
        firstSets = other.firstSets;
        inputs = other.inputs;
        slow = other.slow.clone();
        fast = other.fast.clone();
        counts = other.counts.clone();
        weights = other.weights.clone();
        map = other.map.clone();
        stretched = new int[inputs];
        adaptation = other.adaptation;
    }

    /** An independent model in the same state. */
    public MixingModel copy() {
        return new MixingModel(this);
    }

    /** Sets how fast the model learns from now on. */
    public void adapt(Adaptation speed) {
        adaptation = speed;
    }

    /** Sets context {@code i} of the next prediction. */
    public void context(int i, int value) {
        int index = offsets[i] + value;
        assert value >= 0 && index < (i + 1 < offsets.length ? offsets[i + 1] : slow.length) : i + ":" + value;
        contexts[i] = index;
    }

    /**
     * Predicts the next bit.
     *
     * @param first  weight set of the first mixer
     * @param second weight set of the second mixer
     * @return probability of a 1 in units of 2^-16, 32 to 65,504
     */
    public int predict(int first, int second) {
        for (int i = 0; i < contexts.length; i++) {
            stretched[2 * i] = Logistic.stretch(slow[contexts[i]]);
            stretched[2 * i + 1] = Logistic.stretch(fast[contexts[i]]);
        }
        stretched[inputs - 1] = BIAS;
        firstBase = first * inputs;
        secondBase = (firstSets + second) * inputs;
        int a = mix(firstBase);
        int b = mix(secondBase);
        firstMixed = Logistic.squash(a);
        secondMixed = Logistic.squash(b);
        int x = a + b >> 1;
        int place = x + 2048;
        mapFraction = place & 127;
        mapIndex = first * BUCKETS + (place >> 7);
        int refined = map[mapIndex] * (128 - mapFraction) + map[mapIndex + 1] * mapFraction >> 7;
        return Math.max(32, Math.min(65504, Logistic.squash(x) + refined >> 1));
    }

    private int mix(int base) {
        long dot = 0;
        for (int n = 0; n < inputs; n++) {
            dot += (long) weights[base + n] * stretched[n];
        }
        return (int) Math.max(-Logistic.LIMIT, Math.min(Logistic.LIMIT, dot >> 16));
    }

    /** Learns the bit that the last {@link #predict} was about. */
    public void update(int bit) {
        int target = bit == 1 ? 65535 : 0;
        learn(firstBase, (bit << 16) - firstMixed);
        learn(secondBase, (bit << 16) - secondMixed);
        for (int context : contexts) {
            int count = Math.min(counts[context], adaptation.slowLimit);
            slow[context] += (int) ((long) (target - slow[context]) * RECIPROCAL[count] >> 16);
            counts[context] = (char) Math.min(count + 1, adaptation.slowLimit);
            fast[context] += target - fast[context] >> adaptation.fastShift;
        }
        int nearest = mapFraction < 64 ? mapIndex : mapIndex + 1;
        map[nearest] += target - map[nearest] >> adaptation.mapShift;
    }

    private void learn(int base, int error) {
        for (int n = 0; n < inputs; n++) {
            weights[base + n] += (int) ((long) stretched[n] * error * adaptation.weightRate + (1 << 19) >> 20);
        }
    }

    /** Writes the state that {@link #read} restores; probabilities keep 12 bits, weights 14 fractional bits. */
    public void write(DataOutputStream out) throws IOException {
        for (int i = 0; i < slow.length; i++) {
            out.writeShort(Math.max(1, slow[i] >> 4));
        }
        for (int i = 0; i < slow.length; i++) {
            out.writeByte(Math.min(255, (int) counts[i]));
        }
        for (int weight : weights) {
            out.writeShort(weight >> 4);
        }
        for (char value : map) {
            out.writeShort(value >> 4);
        }
    }

    /** Restores a state written by {@link #write} of a model of the same shape. */
    public void read(DataInputStream in) throws IOException {
        for (int i = 0; i < slow.length; i++) {
            slow[i] = (char) (in.readUnsignedShort() << 4);
            fast[i] = slow[i];
        }
        for (int i = 0; i < slow.length; i++) {
            counts[i] = (char) in.readUnsignedByte();
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readShort() << 4;
        }
        for (int i = 0; i < map.length; i++) {
            map[i] = (char) (in.readUnsignedShort() << 4);
        }
    }
}
