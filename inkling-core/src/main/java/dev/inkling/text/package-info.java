/** The text layer: prose and keyword lists, lossless, coded with the caption prior. */
@NullMarked
package dev.inkling.text;

import org.jspecify.annotations.NullMarked;
