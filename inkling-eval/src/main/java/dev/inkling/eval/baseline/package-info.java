/** The codecs that Inkling is compared with, through the same files and the same measurements. */
@NullMarked
package dev.inkling.eval.baseline;

import org.jspecify.annotations.NullMarked;
