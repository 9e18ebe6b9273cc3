package dev.inkling.cli;

import dev.inkling.Condenser;
import dev.inkling.Describer;

/**
 * What makes the words of a file.
 *
 * @param identity names it and its settings, for results; empty for the embedded one
 */
record Describing(Describer describer, Condenser condenser, String identity) {}
