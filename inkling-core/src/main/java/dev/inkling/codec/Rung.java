package dev.inkling.codec;

/**
 * One way to code the picture layer.
 *
 * @param sizeIndex index of the tiny size
 * @param step      quantiser step
 * @param thrift    thrift of the encoder
 * @param score     base-2 logarithm of the bytes it takes, up to a constant of the picture: a guess
 */
record Rung(int sizeIndex, int step, int thrift, double score) {}
