/** Shows results: one page that needs nothing else, and charts. */
@NullMarked
package dev.inkling.eval.report;

import org.jspecify.annotations.NullMarked;
