package dev.inkling.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.MalformedBitstreamException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixingModelTest {
    private static final int BITS = 20_000;

    /** Probability of a 1 of a source that depends on one of its contexts. */
    private static double skew(int context) {
        return context == 0 ? 0.02 : context == 1 ? 0.3 : 0.9;
    }

    private static double entropy(double p) {
        return -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
    }

    private static MixingModel model() {
        return new MixingModel(2, 3, 3, 5);
    }

    private static void set(MixingModel model, SplittableRandom random, int informative) {
        model.context(0, informative);
        model.context(1, random.nextInt(5));
    }

    @Test
    void skewedSourceIsCodedNearItsEntropy() {
        SplittableRandom random = new SplittableRandom(1);
        MixingModel model = model();
        RangeEncoder out = new RangeEncoder();
        double ideal = 0;
        for (int i = 0; i < BITS; i++) {
            int context = random.nextInt(3);
            int bit = random.nextDouble() < skew(context) ? 1 : 0;
            ideal += entropy(skew(context));
            set(model, random, context);
            out.encodeBit(bit, model.predict(i & 1, i % 3));
            model.update(bit);
        }
        assertThat((double) out.bits()).isLessThan(1.04 * ideal).isGreaterThan(0.95 * ideal);
    }

    @Test
    void predictionsStayWithinTheirBounds() {
        MixingModel model = model();
        model.context(0, 0);
        model.context(1, 0);
        for (int i = 0; i < 5000; i++) {
            assertThat(model.predict(0, 0)).isBetween(32, 65_504);
            model.update(1);
        }
        assertThat(model.predict(0, 0)).isGreaterThan(65_000);
        for (int i = 0; i < 5000; i++) {
            assertThat(model.predict(0, 0)).isBetween(32, 65_504);
            model.update(0);
        }
        assertThat(model.predict(0, 0)).isLessThan(600);
    }

    @Test
    void copyGoesItsOwnWay() {
        MixingModel model = model();
        MixingModel copy = model.copy();
        int before = predict(copy);
        for (int i = 0; i < 100; i++) {
            predict(model);
            model.update(1);
        }
        assertThat(predict(copy)).isEqualTo(before);
        assertThat(predict(model)).isGreaterThan(before + 10_000);
        assertThat(predict(model.copy())).isEqualTo(predict(model));
    }

    private static int predict(MixingModel model) {
        model.context(0, 1);
        model.context(1, 1);
        return model.predict(0, 0);
    }

    @Test
    void writtenStateComesBack() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        MixingModel model = model();
        for (int i = 0; i < 3000; i++) {
            set(model, random, i % 3);
            model.predict(i & 1, i % 3);
            model.update(random.nextDouble() < skew(i % 3) ? 1 : 0);
        }
        MixingModel restored = model();
        restored.read(new DataInputStream(new ByteArrayInputStream(written(model))));
        // What is written has fewer bits than the state itself; once read, it is kept exactly.
        assertThat(written(restored)).isEqualTo(written(model));
        for (int i = 0; i < 3; i++) {
            model.context(0, i);
            model.context(1, 4);
            restored.context(0, i);
            restored.context(1, 4);
            assertThat(restored.predict(1, 2)).isCloseTo(model.predict(1, 2), within(2500));
        }
    }

    private static byte[] written(MixingModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void modelIsTheOneOfTheDocument() throws IOException {
        SplittableRandom random = new SplittableRandom(6);
        MixingModel trained = model();
        for (int i = 0; i < 2000; i++) {
            set(trained, random, i % 3);
            trained.predict(i & 1, i % 3);
            trained.update(random.nextDouble() < skew(i % 3) ? 1 : 0);
        }
        MixingModel model = model();
        model.read(new DataInputStream(new ByteArrayInputStream(written(trained))));
        DocumentedModel documented = new DocumentedModel(written(trained), new int[] {2, 3}, new int[] {3, 5});
        for (int i = 0; i < 2000; i++) {
            int[] context = {random.nextInt(3), random.nextInt(5)};
            int bit = random.nextDouble() < skew(context[0]) ? 1 : 0;
            model.context(0, context[0]);
            model.context(1, context[1]);
            assertThat(model.predict(i & 1, i % 3)).isEqualTo(documented.code(bit, context, i & 1, i % 3));
            model.update(bit);
        }
    }

    @Test
    void decoderFollowsEncoder() throws MalformedBitstreamException {
        RangeEncoder out = new RangeEncoder();
        long[] sent = run(BitCoder.encoding(out));
        byte[] bytes = out.finish();
        RangeDecoder in = new RangeDecoder(bytes, 0, bytes.length);
        assertThat(run(BitCoder.decoding(in))).isEqualTo(sent);
        in.finish();
    }

    /** The same syntax for both directions; a decoder is given nothing but zeros. */
    private static long[] run(BitCoder coder) throws MalformedBitstreamException {
        SplittableRandom random = new SplittableRandom(3);
        MixingModel model = model();
        long[] seen = new long[3000];
        boolean decodes = coder.getClass() == BitCoder.decoding(new RangeDecoder(new byte[0], 0, 0)).getClass();
        for (int i = 0; i < seen.length; i++) {
            int context = random.nextInt(3);
            int bit = random.nextDouble() < skew(context) ? 1 : 0;
            int total = 1 + random.nextInt(1000);
            int value = random.nextInt(total);
            set(model, random, context);
            int coded = coder.code(decodes ? 0 : bit, model, i & 1, i % 3);
            seen[i] = 1000L * coded + coder.codeUniform(decodes ? 0 : value, total);
        }
        return seen;
    }

    @Test
    void estimateIsNearTheRate() throws MalformedBitstreamException {
        BitCoder.Estimator estimator = new BitCoder.Estimator();
        MixingModel model = model();
        RangeEncoder out = new RangeEncoder();
        BitCoder encoder = BitCoder.encoding(out);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < BITS; i++) {
            int bit = random.nextDouble() < skew(i % 3) ? 1 : 0;
            set(model, random, i % 3);
            estimator.code(bit, model, 0, 1);
            encoder.code(bit, model, 0, 1);
        }
        double estimated = (double) estimator.cost() / BitCost.UNIT;
        assertThat(estimated).isCloseTo(out.bits(), within(0.01 * out.bits()));
        estimator.reset();
        assertThat(estimator.cost()).isZero();
    }
}
