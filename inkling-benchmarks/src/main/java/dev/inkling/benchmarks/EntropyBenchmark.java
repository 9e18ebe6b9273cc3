package dev.inkling.benchmarks;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.BitCoder;
import dev.inkling.entropy.MixingModel;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The range coder and the mixing model, for one symbol: of 256 equally likely ones, or a bit whose model learns. */
@State(Scope.Thread)
public class EntropyBenchmark {
    private static final int SYMBOLS = 10_000;
    private static final int TOTAL = 256;
    private static final int CONTEXTS = 16;

    private final int[] symbols = new int[SYMBOLS];
    private byte[] symbolMessage;
    private byte[] bitMessage;

    @Setup
    public void prepare() throws MalformedBitstreamException {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < SYMBOLS; i++) {
            symbols[i] = random.nextInt(TOTAL);
        }
        symbolMessage = encodeSymbols();
        bitMessage = encodeBits();
        Samples.requireEqual(IntStream.of(symbols).sum(), decodeSymbols());
        Samples.requireEqual((int) IntStream.of(symbols).filter(symbol -> symbol < TOTAL / 4).count(), decodeBits());
    }

    @Benchmark
    @OperationsPerInvocation(SYMBOLS)
    public byte[] encodeSymbols() {
        RangeEncoder out = new RangeEncoder();
        for (int symbol : symbols) {
            out.encode(symbol, 1, TOTAL);
        }
        return out.finish();
    }

    @Benchmark
    @OperationsPerInvocation(SYMBOLS)
    public int decodeSymbols() throws MalformedBitstreamException {
        RangeDecoder in = new RangeDecoder(symbolMessage, 0, symbolMessage.length);
        int sum = 0;
        for (int i = 0; i < SYMBOLS; i++) {
            int symbol = in.locate(TOTAL);
            in.consume(symbol, 1, TOTAL);
            sum += symbol;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(SYMBOLS)
    public byte[] encodeBits() throws MalformedBitstreamException {
        RangeEncoder out = new RangeEncoder();
        codeBits(BitCoder.encoding(out));
        return out.finish();
    }

    @Benchmark
    @OperationsPerInvocation(SYMBOLS)
    public int decodeBits() throws MalformedBitstreamException {
        return codeBits(BitCoder.decoding(new RangeDecoder(bitMessage, 0, bitMessage.length)));
    }

    /** Contexts: the last four bits, and two digits of the place. */
    private int codeBits(BitCoder coder) throws MalformedBitstreamException {
        MixingModel model = new MixingModel(1, 1, CONTEXTS, CONTEXTS, CONTEXTS);
        int ones = 0;
        int last = 0;
        for (int i = 0; i < SYMBOLS; i++) {
            model.context(0, last);
            model.context(1, i % CONTEXTS);
            model.context(2, i / CONTEXTS % CONTEXTS);
            int bit = coder.code(symbols[i] < TOTAL / 4 ? 1 : 0, model, 0, 0);
            last = (2 * last + bit) % CONTEXTS;
            ones += bit;
        }
        return ones;
    }
}
