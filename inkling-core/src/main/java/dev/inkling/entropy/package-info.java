/** The one range coder, and the integer probability models that every layer codes its symbols with. */
@NullMarked
package dev.inkling.entropy;

import org.jspecify.annotations.NullMarked;
