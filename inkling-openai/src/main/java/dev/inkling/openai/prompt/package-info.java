/** What models are told, with versions, and how the words of a file get into it without becoming an instruction. */
@NullMarked
package dev.inkling.openai.prompt;

import org.jspecify.annotations.NullMarked;
