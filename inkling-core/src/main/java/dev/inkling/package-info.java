/** The vocabulary: layers, the provider interfaces that make and use them, and the exceptions. */
@NullMarked
package dev.inkling;

import org.jspecify.annotations.NullMarked;
