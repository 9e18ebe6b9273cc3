/** The requests and answers of OpenAI-compatible services and A1111-style image servers, and their configuration. */
@NullMarked
package dev.inkling.openai.api;

import org.jspecify.annotations.NullMarked;
