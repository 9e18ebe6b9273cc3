/** Measures codecs on data sets: rates, metrics, baselines, reports. */
module dev.inkling.eval {
    requires static org.jspecify;
    requires transitive dev.inkling.core;
    requires dev.inkling.onnx;
    requires tools.jackson.databind;

    exports dev.inkling.eval;
    exports dev.inkling.eval.baseline;
    exports dev.inkling.eval.metrics;

    opens dev.inkling.eval to
            tools.jackson.databind;
}
