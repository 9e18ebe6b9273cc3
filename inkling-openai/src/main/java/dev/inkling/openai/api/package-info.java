/** The requests and answers of OpenAI-compatible services and A1111-style image servers, and how they are configured. */
@NullMarked
package dev.inkling.openai.api;

import org.jspecify.annotations.NullMarked;
