package dev.inkling.cli;

import dev.inkling.Generator;
import dev.inkling.openai.PictureEditor;

/**
 * What makes pictures at a service.
 *
 * @param identity names it and its settings, for results
 */
record Painting(Generator generator, PictureEditor editor, String identity) {}
