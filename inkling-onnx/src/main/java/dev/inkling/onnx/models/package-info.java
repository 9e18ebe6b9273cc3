/** The networks that users have: folders of ONNX files in the Hugging Face layout. */
@NullMarked
package dev.inkling.onnx.models;

import org.jspecify.annotations.NullMarked;
