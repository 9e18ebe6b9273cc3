/** The sketch layer: lines as a small picture of two levels. */
@NullMarked
package dev.inkling.sketch;

import org.jspecify.annotations.NullMarked;
