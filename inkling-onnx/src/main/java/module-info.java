/** Runs networks in process. */
module dev.inkling.onnx {
    requires static org.jspecify;
    requires transitive dev.inkling.core;
    requires com.microsoft.onnxruntime;

    exports dev.inkling.onnx;
}
