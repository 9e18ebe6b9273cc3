package dev.inkling.codec;

import dev.inkling.image.ImageSize;

/** How large a file may be. */
public sealed interface RateTarget {
    /**
     * The largest length of the file, in bytes.
     *
     * @param size      of the picture
     * @param dimension of the vector; 0 where the file has none
     */
    int maxBytes(ImageSize size, int dimension);

    /** Never more than this many bytes, 1 to 1,048,576. */
    record Bytes(int bytes) implements RateTarget {
        public Bytes {
            if (bytes < 1 || bytes > 1 << 20) {
                throw new IllegalArgumentException("bytes must be 1 to 1048576, found " + bytes);
            }
        }

        @Override
        public int maxBytes(ImageSize size, int dimension) {
            return bytes;
        }
    }

    /** Never more than this many bits of file per source pixel, above 0 and at most 8. */
    record BitsPerPixel(double bpp) implements RateTarget {
        public BitsPerPixel {
            if (!(bpp > 0 && bpp <= 8)) {
                throw new IllegalArgumentException("rate must be above 0 and at most 8 bpp, found " + bpp);
            }
        }

        @Override
        public int maxBytes(ImageSize size, int dimension) {
            return (int) Math.max(1, Math.min(1 << 20, bpp * size.pixels() / 8));
        }
    }

    /** A step on a scale of 0 to 10, whatever the size: each two steps double the bytes; 0 is 44, 5 is 248, 10 is 1408. */
    record Quality(double quality) implements RateTarget {
        public Quality {
            if (!(quality >= 0 && quality <= 10)) {
                throw new IllegalArgumentException("quality must be 0 to 10, found " + quality);
            }
        }

        @Override
        public int maxBytes(ImageSize size, int dimension) {
            return (int) (44 * StrictMath.pow(2, quality / 2));
        }
    }

    /** So many bits of file for each dimension of its vector, 0.1 to 4, rounded up to bytes. */
    record BitsPerDimension(double bits) implements RateTarget {
        public BitsPerDimension {
            if (!(bits >= VectorFile.MIN_RATE && bits <= VectorFile.MAX_RATE)) {
                throw new IllegalArgumentException("bits for each dimension must be " + VectorFile.MIN_RATE + " to "
                        + VectorFile.MAX_RATE + ", found " + bits);
            }
        }

        @Override
        public int maxBytes(ImageSize size, int dimension) {
            return (int) Math.ceil(bits * dimension / Byte.SIZE);
        }
    }
}
