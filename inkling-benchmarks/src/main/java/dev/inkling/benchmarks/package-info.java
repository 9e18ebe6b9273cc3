/**
 * How fast the parts are: JMH benchmarks, and the program that writes their figures down. Not null-marked: JMH fills the
 * fields of a benchmark after its constructor.
 */
package dev.inkling.benchmarks;
