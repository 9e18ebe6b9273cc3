/** Runs networks in process. */
module dev.inkling.onnx {
    requires static org.jspecify;
    requires transitive dev.inkling.core;
    requires com.microsoft.onnxruntime;
    requires java.net.http;
    requires transitive tools.jackson.databind;

    exports dev.inkling.onnx;
    exports dev.inkling.onnx.clip;
    exports dev.inkling.onnx.describe;
    exports dev.inkling.onnx.diffusion;
    exports dev.inkling.onnx.models;
    exports dev.inkling.onnx.pixels;
}
