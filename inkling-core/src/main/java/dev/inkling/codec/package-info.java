/** The front door: encoder, decoder, options, budgets, profiles and rate control. */
@NullMarked
package dev.inkling.codec;

import org.jspecify.annotations.NullMarked;
