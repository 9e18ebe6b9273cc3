/** Runs networks in process. */
module dev.inkling.onnx {
    requires static org.jspecify;
    requires transitive dev.inkling.core;
    requires com.microsoft.onnxruntime;
    requires transitive tools.jackson.databind;

    exports dev.inkling.onnx;
    exports dev.inkling.onnx.clip;
    exports dev.inkling.onnx.diffusion;
    exports dev.inkling.onnx.models;
    exports dev.inkling.onnx.pixels;
}
