/** Describers, condensers and generators that ask services, and what makes their pictures better. */
@NullMarked
package dev.inkling.openai;

import org.jspecify.annotations.NullMarked;
