/** The embedded describer and generator that need no network: layout words and edge-directed upscaling. */
@NullMarked
package dev.inkling.classical;

import org.jspecify.annotations.NullMarked;
