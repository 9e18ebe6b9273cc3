/** Compares the text layer with general compressors and with a published code. */
@NullMarked
package dev.inkling.eval.text;

import org.jspecify.annotations.NullMarked;
