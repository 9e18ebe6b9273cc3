package dev.inkling.openai.api;

import dev.inkling.image.ImageSize;

/**
 * A picture to make.
 *
 * @param prompt what the model is told
 * @param size   a size that the model makes
 * @param sample 0, 1, ...: the same asked again for another picture
 */
public record ImageRequest(String prompt, ImageSize size, int sample) {}
