package dev.inkling.entropy;

import dev.inkling.MalformedBitstreamException;

/**
 * Codes binary decisions with models. The syntax of a layer is written once against this interface: an encoder gets
 * back the bit it gave, a decoder gets the bit of the message, and an estimator counts what it would cost.
 */
public interface BitCoder {
    /**
     * Codes one decision whose contexts are set.
     *
     * @param bit 0 or 1; ignored by a decoder
     * @param first  weight set of the first mixer
     * @param second weight set of the second mixer
     * @return the bit
     * @throws MalformedBitstreamException when a decoder is past the end of its message
     */
    int code(int bit, MixingModel model, int first, int second) throws MalformedBitstreamException;

    /** Codes one of {@code total} equally likely values; {@code value} is ignored by a decoder. */
    int codeUniform(int value, int total) throws MalformedBitstreamException;

    /** Writes decisions to a range encoder and lets the models learn. */
    static BitCoder encoding(RangeEncoder out) {
        return new BitCoder() {
            @Override
            public int code(int bit, MixingModel model, int first, int second) {
                out.encodeBit(bit, model.predict(first, second));
                model.update(bit);
                return bit;
            }

            @Override
            public int codeUniform(int value, int total) {
                out.encodeUniform(value, total);
                return value;
            }
        };
    }

    /** Reads decisions from a range decoder and lets the models learn. */
    static BitCoder decoding(RangeDecoder in) {
        return new BitCoder() {
            @Override
            public int code(int bit, MixingModel model, int first, int second) throws MalformedBitstreamException {
                int found = in.decodeBit(model.predict(first, second));
                model.update(found);
                return found;
            }

            @Override
            public int codeUniform(int value, int total) throws MalformedBitstreamException {
                return in.decodeUniform(total);
            }
        };
    }

    /** Adds up ideal code lengths; the models stay as they are. */
    final class Estimator implements BitCoder {
        private long cost;

        /** Cost of all decisions so far in units of 1/{@link BitCost#UNIT} bit. */
        public long cost() {
            return cost;
        }

        public void reset() {
            cost = 0;
        }

        @Override
        public int code(int bit, MixingModel model, int first, int second) {
            int p = model.predict(first, second);
            cost += BitCost.of(bit == 1 ? p : 65536 - p);
            return bit;
        }

        @Override
        public int codeUniform(int value, int total) {
            // Whole bits are near enough: choices of this kind are the same for all candidates.
            cost += (long) BitCost.UNIT * (32 - Integer.numberOfLeadingZeros(total - 1));
            return value;
        }
    }
}
