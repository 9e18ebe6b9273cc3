/** What calls cost, what they may cost, and the answers that are kept so that nothing is paid for twice. */
@NullMarked
package dev.inkling.openai.cost;

import org.jspecify.annotations.NullMarked;
