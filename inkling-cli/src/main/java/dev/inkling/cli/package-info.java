/** The {@code inkling} command: everything is wired together here, and only here. */
@NullMarked
package dev.inkling.cli;

import org.jspecify.annotations.NullMarked;
