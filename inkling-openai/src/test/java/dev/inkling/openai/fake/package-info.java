/** A service that answers like the real ones and misbehaves when told to. */
@NullMarked
package dev.inkling.openai.fake;

import org.jspecify.annotations.NullMarked;
