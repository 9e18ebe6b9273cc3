/** The picture layer: a tiny picture by integer transform coding with rate-distortion optimisation. */
@NullMarked
package dev.inkling.picture;

import org.jspecify.annotations.NullMarked;
